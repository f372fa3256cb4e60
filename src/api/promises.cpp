// SPDX-License-Identifier: Apache-2.0
// How promised times are kept: measured, published, and the right to tell them taken back where they are not.
#include "desk/promises.h"

#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "base/rate_interval.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema count() { return integer(0, INT64_MAX); }

Schema standing_schema() {
    return object(
        {need("awaited", choice<domain::Awaited>()), need("percent", integer(1, 99).say("Promised.")),
         need("is_told", boolean().say("false: customers hear the policy's target, in words that are true.")),
         need("since", instant().or_null().say("null: from the beginning.")),
         need("days", count().say("The counts are of promises whose time came in so many days.")),
         need("due", count().say("Told, or measured only.")), need("kept", count()), need("share", share().or_null()),
         need("low", share().say("95 % interval (Wilson).")), need("high", share()),
         need("told_due", count().say("Of them told to a customer.")), need("told_kept", count()),
         need("tickets", count().say("That came to an end lately, by which promises are made; fewer than 30: none "
                                     "are made.")),
         need("fitted_at", instant().or_null()), need("judged_at", instant().or_null())});
}

Json instant_or_null(Instant at) { return at == Instant{} ? Json(nullptr) : Json(to_rfc3339(at)); }

JsonObject shown(domain::Awaited what, desk::PromiseBook const& book) {
    auto const& standing = book.standing(what);
    auto const& model = book.model(what);
    auto const due = static_cast<std::size_t>(standing.due);
    auto const band = wilson(static_cast<std::size_t>(standing.kept), due);
    Json const kept_share =
        due == 0 ? Json(nullptr) : Json(static_cast<double>(standing.kept) / static_cast<double>(due));
    return {{"awaited", domain::name_of(what)},
            {"percent", desk::kPromisedPercent},
            {"is_told", standing.may_tell && model.ended() >= insight::kLeastEnded},
            {"since", instant_or_null(standing.since)},
            {"days", desk::kStandingDays},
            {"due", standing.due},
            {"kept", standing.kept},
            {"share", kept_share},
            {"low", band.low},
            {"high", band.high},
            {"told_due", standing.told_due},
            {"told_kept", standing.told_kept},
            {"tickets", model.ended()},
            {"fitted_at", instant_or_null(model.fitted_at())},
            {"judged_at", instant_or_null(standing.judged_at)}};
}

Result<Reply> get_promises(Call& call) {
    TRY(auto const book, desk::promise_book(call.desk(), call.scope()));
    JsonArray items;
    for (auto const what : {domain::Awaited::first_reply, domain::Awaited::solution})
        items.emplace_back(shown(what, *book));
    Reply out;
    out.body = JsonObject{{"items", std::move(items)}};
    return out;
}

}  // namespace

Group promises_group() {
    Group out{"Promises", "By when customers may count on a reply and a solution, and how that is kept.", {}, {}};
    out.schemas = {{"PromiseStanding", standing_schema()},
                   {"PromiseStandings", object({need("items", list(reference("PromiseStanding")))})}};
    out.routes = {Route(Verb::get, "/api/v1/promises", "get_promises", Permission::setup_read, get_promises)
                      .says("See how promised times are kept",
                            "Withdrawn where fewer than 85 of a hundred are kept and chance does not explain it; told "
                            "again once the "
                            "promises that go on being measured hold.")
                      .answers(200, "PromiseStandings")};
    return out;
}

}  // namespace lotse::api
