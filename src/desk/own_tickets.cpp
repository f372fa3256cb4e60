// SPDX-License-Identifier: Apache-2.0
#include "desk/own_tickets.h"

#include <algorithm>

#include "base/text.h"
#include "desk/accept.h"
#include "desk/desk_secrets.h"
#include "desk/own_messages.h"
#include "desk/portal_settings.h"
#include "desk/reply_token.h"
#include "desk/surveys.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/articles.h"
#include "store/promises.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kMessages = 50;
constexpr int kTickets = 25;
constexpr int kDeepestMerge = 20;

Error no_such_ticket() { return not_found("ticket.missing", "There is no such ticket."); }

template <class Txn>
Result<domain::Ticket> own_ticket(Txn& txn, domain::CustomerId customer, domain::TicketId id) {
    auto ticket = store::get_ticket(txn, id);
    if (!ticket && ticket.error().kind != Kind::not_found) return ticket.error();
    if (!ticket || ticket->customer != customer) return no_such_ticket();
    return ticket;
}

Instant end_of_window(domain::Ticket const& ticket, Setup const& setup) {
    return ticket.solved_at.value_or(ticket.updated_at) + std::chrono::days{setup.settings.reopen_window_days};
}

// A customer's own word, as an event and a change with its reason.
Result<void> set_status(Desk& desk, store::WriteTxn& txn, domain::Ticket const& ticket, domain::Status status,
                        domain::Because const& because) {
    auto const now = desk.clock.now();
    TicketEdit edit(ticket);
    edit.set_snoozed({}, because);
    edit.set_status(status, now, because);
    domain::Event event;
    event.ticket = ticket.id;
    event.kind = domain::EventKind::updated;
    event.actor = domain::Actor::customer;
    event.at = now;
    event.needs_settling = true;
    if (status == domain::Status::open) event.data["reopened_by_customer"] = true;
    TRY([[maybe_unused]] auto const done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.signals.event_stored(tenant);
        desk.signals.ticket_settled(tenant);
    });
    return {};
}

Result<void> read_messages(store::ReadTxn& txn, Setup const& setup, domain::Customer const& customer,
                           domain::ArticleId before, Instant now, OwnTicket& out) {
    auto const id = out.ticket.id;
    TRY(auto articles, store::list_articles_before(txn, id, before, kMessages + 1));
    if (articles.size() > kMessages) {
        articles.erase(articles.begin());
        out.older = articles.front().id;
    }
    if (articles.empty()) return {};
    TRY(auto const files, store::attachments_between(txn, id, articles.front().id, articles.back().id));
    TRY(articles, own_messages(txn, customer, id, std::move(articles), now));
    for (auto& article : articles) {
        OwnMessage message;
        if (article.author == domain::Author::agent) {
            auto const* agent = setup.find_agent(article.agent);
            message.writer = agent != nullptr && out.names_agents ? agent->name : setup.tenant.name;
        } else if (!equals_ignoring_case(article.from_address, customer.email)) {
            message.writer = article.from_name.empty() ? article.from_address : article.from_name;
        }
        std::ranges::copy_if(files, std::back_inserter(message.files),
                             [&](auto const& file) { return file.article == article.id; });
        message.article = std::move(article);
        out.messages.push_back(std::move(message));
    }
    return {};
}

// Joined to another ticket, perhaps over some steps: where it goes on, if that is the customer's, too.
Result<domain::TicketId> goes_on_in(store::ReadTxn& txn, domain::Ticket ticket) {
    auto const customer = ticket.customer;
    for (int depth = 0; ticket.merged_into && depth < kDeepestMerge; ++depth) {
        TRY(ticket, store::get_ticket(txn, ticket.merged_into));
    }
    return ticket.customer == customer ? ticket.id : domain::TicketId{};
}

}  // namespace

Result<domain::TicketId> open_own_ticket(Desk& desk, domain::TenantScope const& scope, HelpMessage const& message) {
    TRY(auto const inbound, inbound_of(message));
    if (inbound.subject.empty())
        return invalid("help.subject", "Please say in a few words what it is about.", "/subject");
    TRY(auto const accepted, accept(desk, scope, inbound));
    return accepted.ticket;
}

Result<domain::TicketId> answer_own_ticket(Desk& desk, domain::TenantScope const& scope,
                                           domain::Customer const& customer, domain::TicketId id,
                                           HelpMessage const& message) {
    TRY(auto inbound, inbound_of(message));
    inbound.customer = customer.id;
    // The same road as an answer by mail: the token says which ticket, the sign-in who writes.
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const ticket, own_ticket(txn, customer.id, id));
        TRY(auto const key, reply_key(desk, txn));
        inbound.subject = ticket.subject;
        inbound.reply_tokens = {make_reply_token(key, txn.tenant(), id, inbound.from.address)};
        return {};
    }));
    TRY(auto const accepted, accept(desk, scope, inbound));
    return accepted.ticket;
}

Result<TicketList> list_own_tickets(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                                    bool are_over, std::string const& after) {
    using enum domain::Status;
    store::TicketQuery query;
    query.customer = customer;
    query.statuses = are_over ? std::vector{solved, closed} : std::vector{fresh, open, waiting};
    query.after = after;
    query.limit = kTickets;
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<TicketList> {
        TicketList out;
        TRY(out.page, store::list_tickets(txn, query));
        TRY(out.setup, desk.setups.get(txn));
        return out;
    });
}

Result<OwnTicket> view_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::Customer const& customer,
                                  domain::TicketId id, domain::ArticleId before) {
    auto const now = desk.clock.now();
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<OwnTicket> {
        OwnTicket out;
        TRY(out.ticket, own_ticket(txn, customer.id, id));
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const portal, read_portal(txn));
        out.names_agents = portal.names_agents;
        CHECK_OK(read_messages(txn, *setup, customer, before, now, out));
        auto const* queue = setup->find_queue(out.ticket.queue);
        out.team = queue != nullptr ? queue->name : setup->tenant.name;
        auto const* agent = setup->find_agent(out.ticket.agent);
        if (agent != nullptr && portal.names_agents) out.person = agent->name;
        if (out.ticket.status == domain::Status::solved) {
            out.reopen_until = end_of_window(out.ticket, *setup);
            out.may_reopen = now <= *out.reopen_until;
        }
        if (out.ticket.merged_into) {
            TRY(out.goes_on_in, goes_on_in(txn, out.ticket));
        }
        TRY(out.survey, store::find_survey(txn, id));
        TRY(out.promises, store::list_promises(txn, id));
        return out;
    });
}

Result<File> read_own_file(Desk& desk, domain::TenantScope const& scope, domain::Customer const& customer,
                           domain::TicketId ticket, domain::AttachmentId id) {
    File out;
    TRY(out.attachment, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<domain::Attachment> {
        TRY([[maybe_unused]] auto const own, own_ticket(txn, customer.id, ticket));
        auto file = store::get_attachment(txn, id);
        if (!file && file.error().kind != Kind::not_found) return file.error();
        if (!file || file->ticket != ticket) return no_such_ticket();
        TRY(auto article, store::get_article(txn, file->article));
        TRY(auto const shown, own_messages(txn, customer, ticket, {std::move(article)}, desk.clock.now()));
        if (shown.empty()) return no_such_ticket();
        return file;
    }));
    TRY(out.bytes, desk.blobs.get(scope, out.attachment.sha256));
    return out;
}

Result<void> close_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                              domain::TicketId id) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, own_ticket(txn, customer, id));
        if (ticket.status == domain::Status::solved || ticket.status == domain::Status::closed) return {};
        return set_status(
            desk, txn, ticket, domain::Status::solved,
            {"customer", "status.customer_closed", "The customer says that it is solved.", {}, {}, false});
    });
}

Result<void> reopen_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                               domain::TicketId id) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, own_ticket(txn, customer, id));
        TRY(auto const setup, desk.setups.get(txn));
        bool const is_over =
            ticket.status == domain::Status::closed ||
            (ticket.status == domain::Status::solved && desk.clock.now() > end_of_window(ticket, *setup));
        if (is_over) return conflict("ticket.closed", "This ticket is closed. Write to us, and a new one follows it.");
        if (ticket.status != domain::Status::solved) return {};
        return set_status(
            desk, txn, ticket, domain::Status::open,
            {"customer", "status.customer_reopened", "The customer says that it is not solved.", {}, {}, false});
    });
}

Result<void> judge_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                              domain::TicketId id, int score, std::string_view comment) {
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const ticket, own_ticket(txn, customer, id));
        return store_survey(desk, txn, id, score, comment);
    });
}

}  // namespace lotse::desk
