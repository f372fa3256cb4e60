// SPDX-License-Identifier: Apache-2.0
#include "desk/reply.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "desk/notice_text.h"
#include "desk/notices.h"
#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_fields.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kTextBytes = 512 * 1024;

Result<void> check_text(std::string const& text);
domain::Article article_of(Setup const& setup, access::Principal const& principal, domain::Ticket const& ticket,
                           domain::ArticleKind kind, std::string const& text, Instant now);
domain::Event event_of(access::Principal const& principal, domain::Article const& article, Instant now);
Result<void> post(Desk& desk, store::WriteTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                  domain::Customer const& customer, domain::Article const& article);
domain::ArticleId article_in(JsonObject const& effect) { return domain::ArticleId{int_at(effect, "article")}; }

Result<Written> reply_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, NewReply const& wanted) {
    TRY(auto known, recall(txn, wanted.key));
    if (known) return Written{article_in(*known), true};
    auto const now = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, wanted.ticket));
    if (wanted.expected_version != 0 && ticket.version != wanted.expected_version)
        return conflict("ticket.stale_version", "Somebody has changed this ticket meanwhile; read it again.");
    if (ticket.status == domain::Status::closed)
        return conflict("ticket.closed", "This ticket is closed. Open a new one that follows it.");
    TRY(auto customer, store::get_customer(txn, ticket.customer));
    if (customer.email.empty())
        return invalid("ticket.no_address", "This customer has no e-mail address; write a note and call back.");

    TRY(auto article,
        store::add_article(txn, article_of(*setup, principal, ticket, domain::ArticleKind::message, wanted.text, now)));
    TRY(auto event, store::add_event(txn, event_of(principal, article, now)));
    TicketEdit edit(ticket);
    auto const because = person_because(*setup, principal);
    CHECK_OK(check_required(*setup, ticket, wanted.then));
    edit.set_status(wanted.then, now, because);
    // Who answers a ticket without owner has taken it.
    if (!ticket.agent && principal.agent) edit.set_agent(principal.agent, because);
    edit.set_first_reply_at(now);
    edit.touch(now);
    CHECK_OK(store::add_changes(txn, event.id, ticket.id, edit.changes(), now));
    TRY([[maybe_unused]] auto updated, store::update_ticket(txn, edit.ticket()));
    CHECK_OK(post(desk, txn, *setup, ticket, customer, article));
    CHECK_OK(remember(txn, wanted.key, JsonObject{{"ticket", ticket.id.value}, {"article", article.id.value}}, now));
    return Written{article.id, false};
}

Result<Written> note_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, NewNote const& wanted) {
    TRY(auto known, recall(txn, wanted.key));
    if (known) return Written{article_in(*known), true};
    auto const now = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, wanted.ticket));
    TRY(auto article,
        store::add_article(txn, article_of(*setup, principal, ticket, domain::ArticleKind::note, wanted.text, now)));
    auto event = event_of(principal, article, now);
    event.kind = domain::EventKind::noted;
    event.needs_settling = false;  // a note moves no clock and tells nobody outside
    TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
    ticket.updated_at = now;
    TRY([[maybe_unused]] auto updated, store::update_ticket(txn, std::move(ticket)));
    CHECK_OK(
        remember(txn, wanted.key, JsonObject{{"ticket", wanted.ticket.value}, {"article", article.id.value}}, now));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
    return Written{article.id, false};
}

}  // namespace

Result<Written> reply(Desk& desk, access::Principal const& principal, NewReply const& wanted) {
    CHECK_OK(check_text(wanted.text));
    if (wanted.then == domain::Status::fresh || wanted.then == domain::Status::closed)
        return invalid("reply.then", "After a reply a ticket is waiting, open or solved.", "/then");
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return reply_in(desk, txn, principal, wanted); });
}

Result<Written> add_note(Desk& desk, access::Principal const& principal, NewNote const& wanted) {
    CHECK_OK(check_text(wanted.text));
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return note_in(desk, txn, principal, wanted); });
}

namespace {

Result<void> check_text(std::string const& text) {
    if (trim(text).empty()) return invalid("article.empty", "There is no text.", "/text");
    if (text.size() > kTextBytes) return too_large("article.too_large", "A text has at most 512 KiB.", "/text");
    return {};
}

domain::Article article_of(Setup const& setup, access::Principal const& principal, domain::Ticket const& ticket,
                           domain::ArticleKind kind, std::string const& text, Instant now) {
    domain::Article out;
    out.ticket = ticket.id;
    out.kind = kind;
    out.author = domain::Author::agent;
    out.agent = principal.agent;
    out.channel = kind == domain::ArticleKind::note ? ticket.channel : domain::Channel::email;
    auto const* agent = setup.find_agent(principal.agent);
    out.from_name = agent != nullptr ? agent->name : setup.tenant.name;
    out.from_address = kind == domain::ArticleKind::note ? std::string() : desk_address(setup, ticket.queue);
    out.subject = ticket.subject;
    out.text = out.new_text = to_valid_utf8(text);
    out.language = ticket.language;
    out.created_at = now;
    return out;
}

domain::Event event_of(access::Principal const& principal, domain::Article const& article, Instant now) {
    domain::Event out;
    out.ticket = article.ticket;
    out.article = article.id;
    out.kind = domain::EventKind::agent_replied;
    out.actor = principal.agent ? domain::Actor::agent : domain::Actor::api;
    out.agent = principal.agent;
    out.at = now;
    out.needs_settling = true;  // clocks stop, timers change
    return out;
}

Result<void> post(Desk& desk, store::WriteTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                  domain::Customer const& customer, domain::Article const& article) {
    TRY(auto first, store::list_articles(txn, ticket.id, {}, 1));
    Facts facts;
    facts.now = article.created_at;
    facts.setup = std::make_shared<Setup const>(setup);
    facts.ticket = ticket;
    if (!first.empty()) facts.first = std::move(first.front());
    TRY(facts.reply_key, reply_key(desk, txn));
    facts.unique = base32_lower(random_bytes(10));
    auto notice = address_notice(facts, domain::NoticeKind::reply, customer.name, customer.email, ticket.language, 0);
    notice.article = article.id;
    notice.is_automatic = false;
    auto const subject = ticket.subject;
    notice.subject = starts_with_ignoring_case(subject, "re:") ? subject : "Re: " + subject;
    notice.text = article.text;
    notice.html = text_as_html(article.text);
    TRY([[maybe_unused]] auto stored, store::add_notice(txn, std::move(notice)));
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.signals.notice_stored(tenant);
        desk.signals.event_stored(tenant);
    });
    return {};
}

}  // namespace

}  // namespace lotse::desk
