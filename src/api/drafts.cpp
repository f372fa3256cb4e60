// SPDX-License-Identifier: Apache-2.0
// What agents have begun to write.
#include "desk/drafts.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/problem.h"
#include "api/show_composer.h"
#include "desk/made.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kBodyBytes = 3UL * 1024 * 1024;

Property kind_property() { return need("kind", one_of({"reply", "note"})); }

// Who may only note may only draft notes.
Result<domain::ArticleKind> kind_in(Call const& call) {
    if (text_at(call.query, "kind") == "note") return domain::ArticleKind::note;
    CHECK_OK(access::authorize(call.principal(), Permission::tickets_write, {call.scope().tenant(), {}}));
    return domain::ArticleKind::message;
}

Result<Reply> shown(Call const& call, desk::DraftView const& view) {
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    Reply out;
    out.body = show(view, *setup);
    return out;
}

Result<Reply> moved(Call const& call, Error const& error, domain::TicketId ticket, domain::ArticleKind kind) {
    if (error.code != "draft.moved") return error;
    TRY(auto current, desk::read_draft(call.desk(), call.scope(), ticket, kind));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    auto document = problem(error);
    document["current"] = show(current, *setup);
    Reply out;
    out.status = status_of(error);
    out.content_type = "application/problem+json";
    out.bytes = to_string(document);
    return out;
}

Result<Reply> get_draft(Call& call) {
    TRY(auto kind, kind_in(call));
    TRY(auto view, desk::read_draft(call.desk(), call.scope(), call.id<domain::TicketId>("ticket"), kind));
    return shown(call, view);
}

Result<Reply> put_draft(Call& call) {
    TRY(auto kind, kind_in(call));
    auto const ticket = call.id<domain::TicketId>("ticket");
    Fields const fields(call.body);
    desk::DraftFields wanted;
    fields.take("text", wanted.text);
    fields.take("html", wanted.html);
    wanted.recipients = {recipients_in(call.body, "to"), recipients_in(call.body, "cc")};
    wanted.attachments = upload_ids_in(call.body, "attachments");
    std::optional<std::int64_t> seen;
    fields.take("revision", seen);
    auto view = desk::save_draft(call.desk(), call.principal(), ticket, kind, seen, wanted);
    if (!view) return moved(call, view.error(), ticket, kind);
    return shown(call, *view);
}

Result<Reply> delete_draft(Call& call) {
    TRY(auto kind, kind_in(call));
    auto const ticket = call.id<domain::TicketId>("ticket");
    std::optional<std::int64_t> seen;
    Fields(call.query).take("revision", seen);
    auto done = desk::drop_draft(call.desk(), call.principal(), ticket, kind, seen);
    if (!done) return moved(call, done.error(), ticket, kind);
    return Reply{};
}

Result<Reply> list_drafts(Call& call) {
    TRY(auto page, desk::my_drafts(call.desk(), call.principal(), page_after(call), page_limit(call)));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& item : page.items)
        items.push_back(
            JsonObject{{"draft", show(item.view, *setup)},
                       {"ticket", JsonObject{{"id", item.view.draft.ticket.value}, {"subject", item.subject}}}});
    return page_reply(call, std::move(items), page.next);
}

}  // namespace

Group drafts_group() {
    Group out{"Drafts", "What agents have begun to write: one of a ticket and kind, seen by the team.", {}, {}};
    out.schemas = {
        {"Draft", draft_schema()},
        {"DraftInput",
         object({may("revision", integer(0, INT64_MAX)
                                     .say("The one that you saw, 0 for none; left out: write over whatever is there.")),
                 may("text", text(500'000)), may("html", text(1'000'000)), may("to", typed_recipients()),
                 may("cc", typed_recipients()), may("attachments", list(id(), 50).say("Uploads."))})},
        {"DraftItem", object({need("draft", reference("Draft")),
                              need("ticket", object({need("id", id()), need("subject", text(0))}))})},
        {"DraftPage", page_of("DraftItem")},
    };
    out.routes = {
        Route(Verb::get, "/api/v1/tickets/{ticket}/draft", "get_draft", Permission::notes_write, get_draft)
            .says("Read the draft of a ticket", "An empty one has a revision too.")
            .asks({kind_property()})
            .answers(200, "Draft"),
        Route(Verb::put, "/api/v1/tickets/{ticket}/draft", "put_draft", Permission::notes_write, put_draft)
            .says("Save the draft of a ticket",
                  "409 with the current one if somebody has changed, sent or thrown it away since you read it.")
            .asks({kind_property()})
            .takes("DraftInput", kBodyBytes)
            .answers(200, "Draft"),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/draft", "delete_draft", Permission::notes_write, delete_draft)
            .says("Throw the draft of a ticket away")
            .asks({kind_property(), may("revision", integer(0, INT64_MAX))})
            .answers_nothing(),
        Route(Verb::get, "/api/v1/drafts", "list_drafts", Permission::notes_write, list_drafts)
            .says("List what you have begun to write", "Last written first.")
            .asks(paged())
            .answers(200, "DraftPage"),
    };
    return out;
}

}  // namespace lotse::api
