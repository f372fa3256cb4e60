// SPDX-License-Identifier: Apache-2.0
// Macros: kept by the set-up, used on a ticket.
#include "desk/macros.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/kept_records.h"
#include "api/refusal.h"
#include "api/show.h"
#include "api/show_log.h"
#include "desk/run_macro.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kTextLength = 64 * 1024;

Schema texts_schema() {
    return map(text(kTextLength)).say("By language: {\"en\": \"...\"}. Placeholders as {{customer.name}}.");
}

Schema reply_schema() {
    return object(
        {may("texts", texts_schema()), may("answer", id().say("A canned answer, instead of texts.")),
         may("then", one_of({"open", "waiting", "solved"})
                         .say("Status afterwards; waiting if left out, or solved where the changes say so."))});
}

Schema note_schema() { return object({need("text", text(kTextLength).say("With placeholders."))}); }

Schema macro_input() {
    return object({need("name", line(100, 1).such_as("Not for us")),
                   may("queues", list(id(), 100).say("Where it is offered; none: everywhere.")),
                   may("changes", reference("TicketPatch").or_null().such_as(JsonObject{{"status", "solved"}})),
                   may("takes", boolean().say("Who uses it becomes the ticket's owner.")),
                   may("reply", reply_schema().or_null().such_as(
                                    JsonObject{{"texts", JsonObject{{"en", "Hello {{customer.first_name}}, ..."}}}})),
                   may("note", note_schema().or_null())});
}

Schema macro_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("queues", list(id())),
                   need("changes", reference("TicketPatch")), need("takes", boolean()),
                   need("reply", reply_schema().or_null()), need("note", note_schema().or_null())});
}

Json part_or_null(JsonObject const& document, char const* name) {
    return document.contains(name) ? Json(object_at(document, name)) : Json(nullptr);
}

JsonObject shown_macro(domain::Macro const& macro) {
    JsonArray queues;
    for (auto const queue : macro.queues) queues.emplace_back(queue.value);
    return {{"id", macro.id.value},
            {"version", macro.version},
            {"name", macro.name},
            {"queues", std::move(queues)},
            {"changes", object_at(macro.document, "changes")},
            {"takes", bool_at(macro.document, "takes")},
            {"reply", part_or_null(macro.document, "reply")},
            {"note", part_or_null(macro.document, "note")}};
}

struct Macros {
    using Id = domain::MacroId;
    static constexpr char const* kName = "macro";
    static constexpr auto kList = desk::list_macros;
    static constexpr auto kMake = desk::make_macro;
    static constexpr auto kGet = desk::get_macro;
    static constexpr auto kChange = desk::change_macro;
    static constexpr auto kRemove = desk::remove_macro;

    static desk::MacroFields fields(JsonObject const& body) {
        Fields const fields(body);
        desk::MacroFields out;
        fields.take("name", out.name);
        fields.take("queues", out.queues);
        fields.take("takes", out.takes);
        if (fields.has("changes")) out.changes = object_at(body, "changes");
        if (fields.has("reply")) out.reply = object_at(body, "reply");
        if (fields.has("note")) out.note = object_at(body, "note");
        return out;
    }
    static Result<JsonObject> shown(Call const&, domain::Macro const& macro) { return shown_macro(macro); }
    static std::int64_t version_of(domain::Macro const& macro) { return macro.version; }
};
using Kept = KeptRecords<Macros>;

Result<Reply> run_macro(Call& call) {
    Fields const fields(call.body);
    desk::MacroRun wanted;
    wanted.ticket = call.id<domain::TicketId>("ticket");
    wanted.macro = Kept::id_in(call);
    fields.take("seen_article", wanted.seen_article);
    fields.take("hold_seconds", wanted.hold_seconds);
    wanted.key = call.key();
    auto ran = desk::run_macro(call.desk(), call.principal(), wanted);
    if (!ran) return refusal_if_moved(call, ran.error(), wanted.ticket, wanted.seen_article);
    auto const& done = *ran;
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray changes;
    for (auto const& change : done.changes) changes.emplace_back(show(change, *setup));
    Json reply = nullptr;
    if (done.reply)
        reply = JsonObject{{"article", done.reply->article.value}, {"sending_at", show(done.reply->sending_at)}};
    Reply out;
    out.is_repeated = done.is_known;
    out.body = JsonObject{{"ticket", wanted.ticket.value},
                          {"version", done.version},
                          {"event", done.event.value},
                          {"changes", std::move(changes)},
                          {"reply", std::move(reply)},
                          {"note", done.note ? Json(JsonObject{{"article", done.note->value}}) : Json(nullptr)}};
    return out;
}

Schema run_schema() {
    auto const reply = object({need("article", id()), need("sending_at", instant().or_null())});
    return object({need("ticket", id()), need("version", id()),
                   need("event", id().say("Of the step that stands for all of it: its reversal takes all of it back.")),
                   need("changes", list(reference("Change"))), need("reply", reply.or_null()),
                   need("note", object({need("article", id())}).or_null())});
}

}  // namespace

Group macros_group() {
    Group out{"Macros", "Several changes of a ticket, an answer and a note with one click.", {}, {}};
    out.schemas = {{"NewMacro", macro_input()},
                   {"MacroPatch", partial(macro_input())},
                   {"Macro", macro_schema()},
                   {"MacroPage", page_of("Macro")},
                   {"MacroUse", object({may("seen_article", id().say("The newest message that you saw: refused if "
                                                                     "others wrote since, and the macro answers.")),
                                        may("hold_seconds", integer(0, desk::kLongestHold))})},
                   {"MacroDone", run_schema()}};
    out.routes = {
        Route(Verb::get, "/api/v1/macros", "list_macros", Permission::setup_read, Kept::list)
            .says("List macros")
            .answers(200, "MacroPage"),
        Route(Verb::post, "/api/v1/macros", "create_macro", Permission::setup_write, Kept::create)
            .says("Add a macro")
            .takes("NewMacro")
            .answers(201, "Macro")
            .once(),
        Route(Verb::get, "/api/v1/macros/{macro}", "get_macro", Permission::setup_read, Kept::get)
            .says("Read a macro")
            .answers(200, "Macro")
            .versioned(),
        Route(Verb::patch, "/api/v1/macros/{macro}", "patch_macro", Permission::setup_write, Kept::patch)
            .says("Change a macro", "null takes a part away.")
            .takes("MacroPatch")
            .answers(200, "Macro")
            .versioned(),
        Route(Verb::remove, "/api/v1/macros/{macro}", "delete_macro", Permission::setup_write, Kept::remove)
            .says("Remove a macro")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/tickets/{ticket}/macros/{macro}", "use_macro", Permission::tickets_write, run_macro)
            .says(
                "Use a macro on a ticket",
                "All of it or nothing. Its answer can be taken back as any other. 409 ticket.moved with `since` where "
                "others have written behind seen_article.")
            .takes("MacroUse")
            .answers(201, "MacroDone")
            .once(),
    };
    return out;
}

}  // namespace lotse::api
