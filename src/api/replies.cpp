// SPDX-License-Identifier: Apache-2.0
// What an agent sends and notes: answers, forwards, notes; and taking a message back before it leaves.
#include <fmt/format.h>

#include "api/fields.h"
#include "api/groups.h"
#include "api/problem.h"
#include "api/refusal.h"
#include "api/show.h"
#include "api/show_composer.h"
#include "api/show_log.h"
#include "desk/forward.h"
#include "desk/made.h"
#include "desk/note.h"
#include "desk/reply.h"
#include "desk/take_back.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::size_t kTextLength = 500'000;
constexpr std::size_t kHtmlLength = 1'000'000;
constexpr std::size_t kBodyBytes = 3UL * 1024 * 1024;
constexpr std::size_t kMostFiles = 50;

std::vector<Property> message_fields() {
    return {
        may("text", text(kTextLength).such_as("Hello Anna, the printer works again.")),
        may("html", text(kHtmlLength).say("Cleaned before it is stored; text is made from it if left out.")),
        may("cc", recipients_input()),
        may("send_at", instant().say("Goes out then, and can be taken back until then.")),
        may("hold_seconds", integer(0, desk::kLongestHold).say("Can be taken back so long; the desk's if left out."))};
}

Schema new_reply_schema() {
    auto fields = message_fields();
    fields.push_back(may("to", recipients_input().say("The customer if left out.")));
    fields.push_back(may("attachments", list(id(), kMostFiles).say("Uploads.")));
    fields.push_back(may("then", one_of({"open", "waiting", "solved"}).say("Status afterwards; waiting if left out.")));
    fields.push_back(
        may("seen_article", id().say("The newest message that the writer saw: refused if others wrote since.")));
    fields.push_back(
        may("draft_revision", integer(0, INT64_MAX).say("Of the draft that is sent: refused if it is another.")));
    return object(std::move(fields));
}

Schema new_forward_schema() {
    auto fields = message_fields();
    fields.push_back(need("to", recipients_input()));
    fields.push_back(need("articles", list(id(), kMostFiles).say("Messages of the ticket, in this order.")));
    fields.push_back(may("attachments", list(id(), kMostFiles).say("Files of the ticket.")));
    fields.push_back(may("uploads", list(id(), kMostFiles)));
    return object(std::move(fields));
}

Reply written_reply(domain::TicketId ticket, desk::Written const& written) {
    Reply out;
    out.is_repeated = written.is_known;
    out.body = JsonObject{
        {"ticket", ticket.value}, {"article", written.article.value}, {"sending_at", show(written.sending_at)}};
    return out;
}

Result<Reply> refused_with_facts(Call const& call, Error const& error, domain::TicketId ticket, domain::ArticleId seen,
                                 domain::ArticleKind kind) {
    if (error.code == "draft.moved") {
        TRY(auto current, desk::read_draft(call.desk(), call.scope(), ticket, kind));
        TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
        return refusal_with(error, "current", show(current, *setup));
    }
    return refusal_if_moved(call, error, ticket, seen);
}

// What a reply and a forward have in common.
template <class Wanted>
Wanted writing_in(Call const& call) {
    Fields const fields(call.body);
    Wanted out;
    out.ticket = call.id<domain::TicketId>("ticket");
    fields.take("text", out.text);
    fields.take("html", out.html);
    fields.take("send_at", out.send_at);
    fields.take("hold_seconds", out.hold_seconds);
    out.recipients = {recipients_in(call.body, "to"), recipients_in(call.body, "cc")};
    out.key = call.key();
    return out;
}

Result<Reply> write_reply(Call& call) {
    Fields const fields(call.body);
    auto wanted = writing_in<desk::NewReply>(call);
    wanted.expected_version = call.expected_version;
    fields.take("then", wanted.then);
    fields.take("seen_article", wanted.seen_article);
    fields.take("draft_revision", wanted.draft_revision);
    wanted.attachments = upload_ids_in(call.body, "attachments");
    auto written = desk::reply(call.desk(), call.principal(), wanted);
    if (!written)
        return refused_with_facts(call, written.error(), wanted.ticket, wanted.seen_article,
                                  domain::ArticleKind::message);
    return written_reply(wanted.ticket, *written);
}

Result<Reply> forward_messages(Call& call) {
    Fields const fields(call.body);
    auto wanted = writing_in<desk::NewForward>(call);
    fields.take("articles", wanted.articles);
    fields.take("attachments", wanted.attachments);
    wanted.uploads = upload_ids_in(call.body, "uploads");
    TRY(auto written, desk::forward(call.desk(), call.principal(), wanted));
    return written_reply(wanted.ticket, written);
}

Result<Reply> take_back(Call& call) {
    TRY(auto back, desk::take_back(call.desk(), call.principal(), call.id<domain::ArticleId>("article")));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    Reply out;
    out.body = JsonObject{{"ticket", back.ticket.value}, {"draft", show(back.draft, *setup)}};
    return out;
}

Result<Reply> get_recipients(Call& call) {
    domain::ArticleId article;
    Fields(call.query).take("article", article);
    TRY(auto found, desk::recipients_of_answer(call.desk(), call.scope(), call.id<domain::TicketId>("ticket"), article,
                                               bool_at(call.query, "all")));
    Reply out;
    out.body = JsonObject{{"to", show(found.to)}, {"cc", show(found.cc)}};
    return out;
}

Result<Reply> write_note(Call& call) {
    Fields const fields(call.body);
    desk::NewNote wanted;
    wanted.ticket = call.id<domain::TicketId>("ticket");
    fields.take("text", wanted.text);
    fields.take("html", wanted.html);
    fields.take("draft_revision", wanted.draft_revision);
    wanted.attachments = upload_ids_in(call.body, "attachments");
    wanted.key = call.key();
    auto written = desk::add_note(call.desk(), call.principal(), wanted);
    if (!written) return refused_with_facts(call, written.error(), wanted.ticket, {}, domain::ArticleKind::note);
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray mentions;
    for (auto const agent : written->mentions) mentions.emplace_back(show_agent_name(*setup, agent));
    Reply out;
    out.is_repeated = written->is_known;
    out.body = JsonObject{
        {"ticket", wanted.ticket.value}, {"article", written->article.value}, {"mentions", std::move(mentions)}};
    return out;
}

}  // namespace

Group replies_group() {
    Group out{"Articles", "What is said in a ticket: answers, notes, messages as they came, files.", {}, {}};
    auto note = object({may("text", text(kTextLength).such_as("Called back. @anna.kowalska has the spare part.")),
                        may("html", text(kHtmlLength)), may("attachments", list(id(), kMostFiles).say("Uploads.")),
                        may("draft_revision", integer(0, INT64_MAX))});
    out.schemas = {
        {"NewReply", new_reply_schema()},
        {"NewForward", new_forward_schema()},
        {"NewNote", std::move(note)},
        {"Written", object({need("ticket", id()), need("article", id()),
                            need("sending_at", instant().or_null().say("Until then it can be taken back."))})},
        {"NoteWritten", object({need("ticket", id()), need("article", id()),
                                need("mentions", list(reference("Named")).say("Colleagues who were called."))})},
        {"TakenBack", object({need("ticket", id()), need("draft", reference("Draft"))})},
        {"Recipients", object({need("to", recipients_schema()), need("cc", recipients_schema())})},
    };
    out.routes = {
        Route(Verb::post, "/api/v1/tickets/{ticket}/replies", "write_reply", Permission::tickets_write, write_reply)
            .says("Answer the customer",
                  "The mail leaves by itself, a moment later or at a time of yours; a ticket without owner becomes "
                  "yours.")
            .takes("NewReply", kBodyBytes)
            .answers(201, "Written")
            .versioned()
            .once(),
        Route(Verb::post, "/api/v1/tickets/{ticket}/forwards", "forward_messages", Permission::tickets_write,
              forward_messages)
            .says("Forward messages to somebody outside",
                  "Their answer joins the ticket; they do not become its customer.")
            .takes("NewForward", kBodyBytes)
            .answers(201, "Written")
            .once(),
        Route(Verb::get, "/api/v1/tickets/{ticket}/recipients", "get_recipients", Permission::tickets_read,
              get_recipients)
            .says("Whom an answer would go to")
            .asks({may("article", id().say("The message to answer; the newest if left out.")),
                   may("all", boolean().say("Also everybody whom that message names."))})
            .answers(200, "Recipients"),
        Route(Verb::remove, "/api/v1/articles/{article}/sending", "take_back_message", Permission::tickets_write,
              take_back)
            .says("Take a message back that has not left yet", "Its text is the draft again. 409 once it has left.")
            .answers(200, "TakenBack"),
        Route(Verb::post, "/api/v1/tickets/{ticket}/notes", "write_note", Permission::notes_write, write_note)
            .says("Write an internal note", "It never leaves the house. Who is called by @name hears of it.")
            .takes("NewNote", kBodyBytes)
            .answers(201, "NoteWritten")
            .once(),
    };
    return out;
}

}  // namespace lotse::api
