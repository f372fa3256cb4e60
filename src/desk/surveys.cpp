// SPDX-License-Identifier: Apache-2.0
#include "desk/surveys.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "desk/ticket_step.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kCommentBytes = 4000;

Error no_such_survey() { return not_found("survey.missing", "There is nothing at this address."); }

struct Parts {
    domain::TicketId ticket;
    std::int64_t solved = 0;  // in seconds
};

std::optional<Parts> parts_of(std::string_view token) {
    auto const first = token.find('-');
    auto const second = first == std::string_view::npos ? first : token.find('-', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    auto const number = to_int(token.substr(0, first));
    auto const solved = to_int(token.substr(first + 1, second - first - 1));
    if (!number || !solved || *number <= 0 || *solved <= 0) return std::nullopt;
    return Parts{domain::TicketId{*number}, *solved};
}

std::int64_t seconds_of(Instant at) { return std::chrono::floor<std::chrono::seconds>(at.time_since_epoch()).count(); }

std::string token_of(std::string_view key, domain::TenantId tenant, domain::TicketId ticket, std::int64_t solved) {
    auto const mac = hmac_sha256(key, fmt::format("survey|{}|{}|{}", tenant.value, ticket.value, solved));
    return fmt::format("{}-{}-{}", ticket.value, solved, base32_lower(std::string_view(mac).substr(0, 16)));
}

Result<SurveyPlace> place_of(Desk& desk, store::ReadTxn& txn, std::string_view token) {
    auto const parts = parts_of(token);
    if (!parts) return no_such_survey();
    TRY(auto const key, reply_key(desk, txn));
    if (!equal_in_constant_time(token, token_of(key, txn.tenant(), parts->ticket, parts->solved)))
        return no_such_survey();
    auto const ticket = store::get_ticket(txn, parts->ticket);
    if (!ticket) return no_such_survey();
    SurveyPlace out;
    out.ticket = parts->ticket;
    Instant const solved{std::chrono::seconds{parts->solved}};
    TRY(out.given, store::find_survey(txn, out.ticket));
    if (out.given && out.given->at < solved) out.given.reset();
    if (!ticket->solved_at || seconds_of(*ticket->solved_at) != parts->solved) out.state = SurveyState::moved;
    else if (out.given) out.state = SurveyState::used;
    else if (solved + kSurveyLife <= desk.clock.now()) out.state = SurveyState::late;
    if (out.state != SurveyState::used) out.given.reset();
    return out;
}

}  // namespace

std::string make_survey_token(std::string_view key, domain::TenantId tenant, domain::TicketId ticket,
                              Instant solved_at) {
    return token_of(key, tenant, ticket, seconds_of(solved_at));
}

std::string survey_url(domain::Portal const& portal, std::string_view key, domain::TenantId tenant,
                       domain::Ticket const& ticket) {
    return portal.url + "/help/csat/" + make_survey_token(key, tenant, ticket.id, *ticket.solved_at);
}

Result<SurveyPlace> open_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return place_of(desk, txn, token); });
}

Result<void> answer_survey(Desk& desk, domain::TenantScope const& scope, std::string_view token, int score,
                           std::string_view comment) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto place, place_of(desk, txn, token));
        // Of two that press at the same time one is first: what is read behind the lock stays true.
        TRY(auto const judged, store::get_ticket(txn, place.ticket));
        CHECK_OK(store::lock_customer(txn, judged.customer));
        TRY(place, place_of(desk, txn, token));
        if (place.state != SurveyState::open)
            return conflict("survey.spent", "This link has been used or is no longer good.");
        return store_survey(desk, txn, place.ticket, score, comment);
    });
}

Result<void> store_survey(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, int score,
                          std::string_view comment) {
    if (score < kBadScore || score > kGoodScore) return invalid("survey.score", "A score is 1 to 5.", "/score");
    auto const now = desk.clock.now();
    store::Survey survey{ticket, score, std::string(cut_utf8(to_valid_utf8(trim(comment)), kCommentBytes)), now};
    TRY(auto const before, store::find_survey(txn, ticket));
    if (before && before->score == score && before->comment == survey.comment) return {};
    CHECK_OK(store::put_survey(txn, survey));
    domain::Event event;
    event.ticket = ticket;
    event.kind = domain::EventKind::judged;
    event.actor = domain::Actor::customer;
    event.data["score"] = score;
    event.at = now;
    TRY(auto current, store::get_ticket(txn, ticket));
    TRY([[maybe_unused]] auto const done, store_step(txn, std::move(event), {}, std::move(current)));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
    return {};
}

}  // namespace lotse::desk
