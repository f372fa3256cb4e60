// SPDX-License-Identifier: Apache-2.0
// Mail that was given up: seen, tried again, let be.
#include "desk/undelivered.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page_by_id.h"
#include "api/show.h"
#include "base/text.h"

namespace lotse::api {
namespace {

using access::Permission;

JsonObject shown(domain::Notice const& notice) {
    return {{"id", notice.id.value},   {"ticket", notice.ticket.value}, {"kind", name_of(notice.kind)},
            {"to", notice.to_address}, {"subject", notice.subject},     {"created_at", show(notice.created_at)},
            {"tries", notice.tries},   {"reason", notice.last_error}};
}

JsonObject shown(store::DeadLetter const& letter) {
    return {{"id", letter.id.value},     {"kind", store::name_of(letter.kind)},   {"to", letter.to_address},
            {"subject", letter.subject}, {"created_at", show(letter.created_at)}, {"tries", letter.tries},
            {"reason", letter.why}};
}

Result<Reply> count_undelivered(Call& call) {
    TRY(auto const counts, desk::count_undelivered(call.desk(), call.scope()));
    Reply out;
    out.body = JsonObject{{"notices", counts.notices}, {"letters", counts.letters}, {"calls", counts.calls}};
    return out;
}

Result<Reply> list_undelivered(Call& call) {
    TRY(auto const before, before_in(call));
    auto const limit = page_limit(call);
    TRY(auto rows, desk::list_undelivered(call.desk(), call.scope(), domain::NoticeId{before}, limit + 1));
    return page_by_id(call, std::move(rows), limit, [](auto const& row) { return shown(row); });
}

Result<Reply> list_lost_letters(Call& call) {
    TRY(auto const before, before_in(call));
    auto const limit = page_limit(call);
    TRY(auto rows, desk::list_lost_letters(call.desk(), call.scope(), store::LetterId{before}, limit + 1));
    return page_by_id(call, std::move(rows), limit, [](auto const& row) { return shown(row); });
}

Result<Reply> retry_notice(Call& call) {
    CHECK_OK(desk::try_again(call.desk(), call.principal(), call.id<domain::NoticeId>("notice")));
    return Reply{};
}

Result<Reply> retry_notices(Call& call) {
    TRY(auto const revived, desk::try_all_again(call.desk(), call.principal()));
    Reply out;
    out.body = JsonObject{{"count", revived}};
    return out;
}

Result<Reply> drop_notice(Call& call) {
    CHECK_OK(desk::let_be(call.desk(), call.principal(), call.id<domain::NoticeId>("notice")));
    return Reply{};
}

Result<Reply> drop_letter(Call& call) {
    CHECK_OK(desk::forget_letter(call.desk(), call.principal(), call.id<store::LetterId>("letter")));
    return Reply{};
}

Schemas schemas() {
    auto const row = [](std::vector<Property> first) {
        first.insert(first.end(),
                     {need("to", text(0)), need("subject", text(0)), need("created_at", instant()),
                      need("tries", integer(0, 1000)), need("reason", text(0).say("What the mail server said."))});
        return object(std::move(first));
    };
    return {
        {"UndeliveredCounts", object({need("notices", integer(0, INT64_MAX)), need("letters", integer(0, INT64_MAX)),
                                      need("calls", integer(0, INT64_MAX).say("Of webhooks."))})},
        {"UndeliveredNotice", row({need("id", id()), need("ticket", id()), need("kind", text(0).such_as("reply"))})},
        {"UndeliveredNoticePage", page_of("UndeliveredNotice")},
        {"LostLetter", row({need("id", id()), need("kind", one_of({"password_reset", "invitation", "sign_in_link",
                                                                   "desk_test", "gathered_calls"}))})},
        {"LostLetterPage", page_of("LostLetter")},
        {"RetriedNotices", object({need("count", integer(0, desk::kRevivedAtOnce).say("Ask again until it is 0."))})}};
}

}  // namespace

Group undelivered_group() {
    Group out{"Undelivered mail", "What the mail server did not take, after many tries.", {}, schemas()};
    out.routes = {
        Route(Verb::get, "/api/v1/undelivered", "count_undelivered", Permission::mailboxes_manage, count_undelivered)
            .says("Count mail that was given up")
            .answers(200, "UndeliveredCounts"),
        Route(Verb::get, "/api/v1/undelivered/notices", "list_undelivered", Permission::mailboxes_manage,
              list_undelivered)
            .says("List mail about tickets that was given up", "Newest first.")
            .asks(paged({}))
            .answers(200, "UndeliveredNoticePage"),
        Route(Verb::post, "/api/v1/undelivered/notices/{notice}/retry", "retry_notice", Permission::mailboxes_manage,
              retry_notice)
            .says("Try a mail again", "It leaves with the next that wait; 409 for one that is not given up.")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/undelivered/retry", "retry_notices", Permission::mailboxes_manage, retry_notices)
            .says("Try all mail about tickets again", "The oldest 500.")
            .answers(200, "RetriedNotices"),
        Route(Verb::remove, "/api/v1/undelivered/notices/{notice}", "drop_notice", Permission::mailboxes_manage,
              drop_notice)
            .says("Let a mail be", "It leaves the list; its ticket goes on telling that it did not arrive.")
            .answers_nothing(),
        Route(Verb::get, "/api/v1/undelivered/letters", "list_lost_letters", Permission::mailboxes_manage,
              list_lost_letters)
            .says("List letters of the desk itself that were given up",
                  "Links to sign in or to choose a password. They cannot be sent again, since their text is gone; ask "
                  "for "
                  "new ones. Kept for 30 days.")
            .asks(paged({}))
            .answers(200, "LostLetterPage"),
        Route(Verb::remove, "/api/v1/undelivered/letters/{letter}", "drop_letter", Permission::mailboxes_manage,
              drop_letter)
            .says("Take a letter off the list")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
