// SPDX-License-Identifier: Apache-2.0
#include "desk/post_message.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/desk_secrets.h"
#include "desk/notice_text.h"
#include "desk/notices.h"
#include "desk/person_because.h"
#include "desk/portal_settings.h"
#include "desk/surveys.h"
#include "desk/ticket_edit.h"
#include "store/articles.h"
#include "store/correspondence.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kMessagesBack = 20;

Result<domain::Event> add_posted_event(store::WriteTxn& txn, Writer const& writer, Posting const& posting,
                                       Instant now) {
    domain::Event event;
    event.ticket = posting.article.ticket;
    event.article = posting.article.id;
    event.kind = posting.is_forward ? domain::EventKind::forwarded : domain::EventKind::agent_replied;
    event.actor = writer.agent ? domain::Actor::agent : domain::Actor::api;
    event.agent = writer.agent;
    event.at = now;
    event.needs_settling = !posting.is_forward;  // clocks stop, timers change
    if (posting.is_forward) {
        JsonArray to;
        for (auto const& one : posting.recipients.to) to.emplace_back(one.address);
        event.data["to"] = std::move(to);
    }
    return store::add_event(txn, std::move(event));
}

// The first message opens the thread; the last of the other side is what this one answers.
Result<std::string> references_of(store::ReadTxn& txn, domain::Article const& article) {
    TRY(auto first, store::list_articles(txn, article.ticket, {}, 1));
    TRY(auto before, store::list_articles_before(txn, article.ticket, article.id, kMessagesBack));
    std::string out = first.empty() ? std::string() : first.front().message_id;
    for (auto message = before.rbegin(); message != before.rend(); ++message) {
        if (message->author != domain::Author::customer || message->message_id.empty()) continue;
        if (message->message_id != out) out += (out.empty() ? "" : " ") + message->message_id;
        break;
    }
    return out;
}

// The customer's own copy says where the page of the ticket is, which others could not open, and asks how it was where the
// message solves the ticket: no other mail says that it is solved.
struct PageOfCustomer {
    std::string address;
    std::string lines;  // "" = there is no page
};
Result<PageOfCustomer> page_of_customer(store::ReadTxn& txn, Setup const& setup, std::string_view key,
                                        domain::Ticket const& ticket) {
    TRY(auto const portal, read_portal(txn));
    TRY(auto const customer, store::get_customer(txn, ticket.customer));
    auto const url = domain::ticket_page_url(portal, ticket.id);
    if (url.empty() || customer.email.empty()) return PageOfCustomer{};
    auto const& language = ticket.language.empty() ? customer.language : ticket.language;
    auto const spoken = notice_language(language, setup.tenant.language);
    PageOfCustomer out{customer.email, reply_page_line(spoken, url)};
    if (portal.asks_satisfaction && ticket.status == domain::Status::solved && ticket.solved_at)
        out.lines += "\n\n" + survey_lines(spoken, survey_url(portal, key, setup.tenant.id, ticket));
    return out;
}

void add_lines(domain::Notice& notice, std::string const& lines) {
    notice.text += "\n\n" + lines + "\n";
    notice.html += text_as_html(lines);
}

Result<void> add_mails(Desk& desk, store::WriteTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                       Posting const& posting) {
    Facts facts;
    facts.now = posting.leave_at;
    facts.setup = std::make_shared<Setup const>(setup);
    facts.ticket = ticket;
    TRY(facts.reply_key, reply_key(desk, txn));
    facts.unique = base32_lower(random_bytes(10));
    if (!posting.is_forward) {
        TRY(facts.first.message_id, references_of(txn, posting.article));
    }
    auto const prefix = posting.is_forward ? std::string("Fwd: ") : std::string("Re: ");
    bool const has_prefix = starts_with_ignoring_case(ticket.subject, prefix.substr(0, prefix.size() - 1));
    PageOfCustomer page;
    if (!posting.is_forward) {
        TRY(page, page_of_customer(txn, setup, facts.reply_key, ticket));
    }
    std::size_t nth = 0;
    for (auto const* list : {&posting.recipients.to, &posting.recipients.cc}) {
        for (auto const& one : *list) {
            auto notice =
                address_notice(facts, posting.is_forward ? domain::NoticeKind::forward : domain::NoticeKind::reply,
                               one.name, one.address, ticket.language, nth++);
            notice.article = posting.article.id;
            notice.is_automatic = false;
            notice.subject = has_prefix ? ticket.subject : prefix + ticket.subject;
            notice.text = posting.article.text;
            notice.html = html_of({posting.article.text, posting.article.html});
            if (!page.lines.empty() && equals_ignoring_case(one.address, page.address)) add_lines(notice, page.lines);
            TRY([[maybe_unused]] auto stored, store::add_notice(txn, std::move(notice)));
        }
    }
    return {};
}

}  // namespace

domain::Article message_of(Setup const& setup, Writer const& writer, domain::Ticket const& ticket,
                           domain::ArticleKind kind, Words const& words, Instant now) {
    bool const is_note = kind == domain::ArticleKind::note;
    domain::Article out;
    out.ticket = ticket.id;
    out.kind = kind;
    out.author = domain::Author::agent;
    out.agent = writer.agent;
    out.channel = is_note ? ticket.channel : domain::Channel::email;
    auto const* agent = setup.find_agent(writer.agent);
    out.from_name = agent != nullptr ? agent->name : setup.tenant.name;
    out.from_address = is_note ? std::string() : desk_address(setup, ticket.queue);
    out.subject = ticket.subject;
    out.text = out.new_text = words.text;
    out.html = words.html;
    out.language = ticket.language;
    out.created_at = now;
    return out;
}

Result<domain::Ticket> post_message(Desk& desk, store::WriteTxn& txn, Setup const& setup, Writer const& writer,
                                    domain::Ticket const& ticket, Posting const& posting) {
    auto const now = desk.clock.now();
    TRY(auto event, add_posted_event(txn, writer, posting, now));
    TicketEdit edit(ticket);
    bool const counts = !posting.is_forward && ticket.status != domain::Status::closed;
    if (counts) {
        auto const because = person_because(setup, writer.agent, writer.principal);
        edit.set_status(posting.then, now, because);
        // Who answers a ticket without owner has taken it; who is kept apart from its customer has only answered.
        bool const may_take = !setup.routing.is_blocked(writer.agent, ticket.customer, ticket.organization);
        if (!ticket.agent && writer.agent && may_take) edit.set_agent(writer.agent, because);
        edit.set_first_reply_at(now);
    }
    edit.touch(now);
    CHECK_OK(store::add_changes(txn, event.id, ticket.id, edit.changes(), now));
    TRY(auto updated, store::update_ticket(txn, edit.ticket()));
    CHECK_OK(add_mails(desk, txn, setup, updated, posting));
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.signals.notice_stored(tenant);
        desk.signals.event_stored(tenant);
        desk.signals.ticket_settled(tenant);
    });
    return updated;
}

Result<std::optional<Instant>> post_or_schedule(Desk& desk, store::WriteTxn& txn, Setup const& setup,
                                                Writer const& writer, domain::Ticket const& ticket,
                                                Posting const& posting, std::optional<Instant> const& send_at) {
    auto const now = desk.clock.now();
    if (!send_at) {
        TRY([[maybe_unused]] auto updated, post_message(desk, txn, setup, writer, ticket, posting));
        return posting.leave_at > now ? std::optional(posting.leave_at) : std::nullopt;
    }
    domain::Event event;
    event.ticket = ticket.id;
    event.article = posting.article.id;
    event.kind = domain::EventKind::reply_scheduled;
    event.actor = writer.agent ? domain::Actor::agent : domain::Actor::api;
    event.agent = writer.agent;
    event.data["send_at"] = to_rfc3339(*send_at);
    event.at = now;
    TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
    CHECK_OK(store::add_scheduled(txn, {posting.article.id, ticket.id, *send_at, posting.then, posting.is_forward,
                                        writer.agent, writer.principal}));
    auto touched = ticket;
    touched.updated_at = now;
    TRY([[maybe_unused]] auto updated, store::update_ticket(txn, std::move(touched)));
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.signals.timers_changed(tenant);
        desk.signals.ticket_settled(tenant);
    });
    return send_at;
}

}  // namespace lotse::desk
