// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/own_tickets.h"
#include "desk/surveys.h"
#include "portal/frame.h"
#include "portal/pages.h"
#include "portal/survey_form.h"
#include "portal/ticket_words.h"

namespace lotse::portal {
namespace {

std::string path_of(domain::TicketId ticket) { return fmt::format("/help/tickets/{}", ticket.value); }

Html files_of(Visit const& visit, desk::OwnMessage const& message) {
    std::vector<Html> links;
    for (auto const& file : message.files) {
        auto const path = fmt::format("{}/files/{}", path_of(message.article.ticket), file.id.value);
        auto const label = fmt::format("{} ({} KB)", file.name.empty() ? "file" : file.name, (file.size + 1023) / 1024);
        links.push_back(element("li", {}, {element("a", {{"href", path}}, label)}));
    }
    if (links.empty()) return {};
    return element("ul", {{"class", "files"}, {"aria-label", visit.say("files_of")}}, links);
}

Html message_card(Visit const& visit, desk::OwnMessage const& message) {
    auto const& article = message.article;
    bool const is_own =
        article.author == domain::Author::customer && equals_ignoring_case(article.from_address, visit.customer->email);
    auto const writer = is_own ? visit.say("from_you") : message.writer;
    auto const& words = article.new_text.empty() ? article.text : article.new_text;
    return element(
        "li", {{"class", is_own ? "message own" : "message"}},
        {element("p", {{"class", "from"}},
                 {element("strong", {}, writer), element("span", {}, " · " + visit.time(article.created_at))}),
         paragraphs(words), files_of(visit, message)});
}

// What was typed into the form, and what is wrong with it, by field.
struct Typed {
    std::string text;
    std::string text_fault;
    std::string files_fault;
};

Html answer_form(Visit const& visit, desk::OwnTicket const& view, Typed const& typed) {
    bool const is_over = view.ticket.status == domain::Status::closed;
    auto const title = visit.say(is_over ? "answer_more_title" : "answer_title");
    return element(
        "section", {{"aria-label", title}},
        {form(visit, path_of(view.ticket.id) + "/answer",
              {area_field({"text", title, typed.text, "", typed.text_fault, "text", "off", true, 0}),
               files_field(visit, typed.files_fault), hidden("key", random_token(16)), submit(visit.say("send"))},
              true)});
}

Html state_forms(Visit const& visit, desk::OwnTicket const& view) {
    auto const status = view.ticket.status;
    if (view.may_reopen)
        return form(visit, path_of(view.ticket.id) + "/reopening", {submit(visit.say("reopen_button"), "secondary")});
    if (status == domain::Status::solved || status == domain::Status::closed) return {};
    return form(visit, path_of(view.ticket.id) + "/closure", {submit(visit.say("close_button"), "secondary")});
}

Html messages_of(Visit const& visit, desk::OwnTicket const& view, bool are_newest) {
    std::vector<Html> cards;
    for (auto const& message : view.messages) cards.push_back(message_card(visit, message));
    std::vector<Html> content{element("h2", {}, visit.say("messages_title"))};
    auto const link = [&](std::string const& path, std::string_view key) {
        content.push_back(element("p", {}, {element("a", {{"href", path}}, visit.say(key))}));
    };
    auto const path = path_of(view.ticket.id);
    if (view.older) link(fmt::format("{}?before={}", path, view.older.value), "messages_older");
    if (cards.empty()) content.push_back(element("p", {{"class", "hint"}}, visit.say("messages_none")));
    if (!cards.empty()) content.push_back(element("ol", {{"class", "messages"}}, cards));
    if (!are_newest) link(path, "messages_newest");
    return join(content);
}

Result<net::Response> show(desk::Desk& desk, Visit const& visit, domain::TicketId id, Typed const& typed) {
    domain::ArticleId const before{to_int(visit.request.query.find("before").value_or("")).value_or(0)};
    auto const view = desk::view_own_ticket(desk, visit.scope, *visit.customer, id, before);
    if (!view && view.error().kind == Kind::not_found) return missing_page(visit);
    if (!view) return view.error();
    if (view->goes_on_in && view->goes_on_in != id) return redirect(path_of(view->goes_on_in));
    auto const status = view->ticket.status;
    bool const is_done = status == domain::Status::solved || status == domain::Status::closed;
    bool const is_joined = static_cast<bool>(view->ticket.merged_into);
    std::vector<Html> content{
        element("p", {{"class", "hint"}}, visit.say("ticket_number", {{"number", std::to_string(id.value)}})),
        where_it_stands(visit, *view)};
    if (!is_joined) content.push_back(state_forms(visit, *view));
    if (is_done && !is_joined && visit.portal.asks_satisfaction) {
        content.push_back(element("h2", {}, visit.say("survey_title")));
        content.push_back(survey_form(visit, path_of(id) + "/survey", view->survey, 0));
    }
    content.push_back(messages_of(visit, *view, !before));
    if (!is_joined) content.push_back(answer_form(visit, *view, typed));
    bool const is_well = typed.text_fault.empty() && typed.files_fault.empty();
    return page(visit, view->ticket.subject, join(content), is_well ? 200 : 422);
}

// Foreign and missing look alike; the rest is the caller's.
Result<net::Response> after(Visit const& visit, Result<void> const& done, domain::TicketId id) {
    if (done) return redirect(path_of(id));
    if (done.error().kind == Kind::not_found) return missing_page(visit);
    // A closed one: the page itself says what can be done.
    if (done.error().kind == Kind::conflict) return redirect(path_of(id));
    return done.error();
}

}  // namespace

Result<net::Response> ticket_page(desk::Desk& desk, Visit const& visit, domain::TicketId id) {
    return show(desk, visit, id, {});
}

Result<net::Response> answer_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId id, Form const& form) {
    desk::HelpMessage message;
    message.email = visit.customer->email;
    message.name = visit.customer->name;
    message.text = form.get("text");
    message.language = visit.texts.language();
    message.files = form.files;
    message.key = form.get("key").substr(0, 64);
    message.is_proven = true;
    auto const answered = desk::answer_own_ticket(desk, visit.scope, *visit.customer, id, message);
    if (!answered && !answered.error().field.empty()) {
        auto const words = words_of_fault(visit, answered.error());
        bool const is_file = answered.error().field == "/files";
        return show(desk, visit, id, {message.text, is_file ? "" : words, is_file ? words : ""});
    }
    if (!answered) return after(visit, answered.error(), id);
    return redirect(path_of(*answered));
}

Result<net::Response> close_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId id) {
    return after(visit, desk::close_own_ticket(desk, visit.scope, visit.customer->id, id), id);
}

Result<net::Response> reopen_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId id) {
    return after(visit, desk::reopen_own_ticket(desk, visit.scope, visit.customer->id, id), id);
}

Result<net::Response> judge_ticket(desk::Desk& desk, Visit const& visit, domain::TicketId id, Form const& form) {
    return after(visit,
                 desk::judge_own_ticket(desk, visit.scope, visit.customer->id, id, score_of(form), form.get("comment")),
                 id);
}

Result<net::Response> send_file(desk::Desk& desk, Visit const& visit, domain::TicketId ticket,
                                domain::AttachmentId id) {
    auto file = desk::read_own_file(desk, visit.scope, *visit.customer, ticket, id);
    if (!file && file.error().kind == Kind::not_found) return missing_page(visit);
    if (!file) return file.error();
    // What a stranger has sent is never shown in our name, only saved.
    net::Response out;
    out.content_type = "application/octet-stream";
    out.headers.set("Content-Disposition", "attachment; filename*=UTF-8''" + percent_encode(file->attachment.name));
    out.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    out.body = std::move(file->bytes);
    return out;
}

}  // namespace lotse::portal
