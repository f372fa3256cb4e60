// SPDX-License-Identifier: Apache-2.0
#include "desk/take_back.h"

#include <fmt/format.h>

#include "desk/former_tickets.h"
#include "desk/person_because.h"
#include "desk/reverse_event.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/articles.h"
#include "store/correspondence.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

// A held message is some seconds old, so its event is among the newest.
constexpr int kEventsBack = 500;

Error gone() { return conflict("sending.gone", "This message has already left; it cannot be taken back."); }

using Places = std::vector<domain::TicketId>;

// Where its mails and its event are: in its ticket, or in one that it has left since.
Result<Places> places_of(store::ReadTxn& txn, domain::Article const& article) {
    TRY(auto out, former_tickets(txn, article.ticket));
    out.insert(out.begin(), article.ticket);
    return out;
}

Result<void> stop_sending(store::WriteTxn& txn, domain::Article const& article, Places const& places) {
    TRY(auto scheduled, store::take_scheduled(txn, article.id));
    if (scheduled) return {};
    std::int64_t mails = 0;
    for (auto const place : places) {
        TRY(auto const stopped, store::take_back_notices(txn, place, article.id));
        mails += stopped;
    }
    if (mails == 0) return gone();
    return {};
}

Result<std::optional<domain::Event>> event_that_posted(store::ReadTxn& txn, domain::Article const& article,
                                                       Places const& places) {
    for (auto const place : places) {
        TRY(auto events, store::list_events_before(txn, place, {}, kEventsBack));
        for (auto& event : events) {
            bool const posted = event.kind == domain::EventKind::agent_replied ||
                                event.kind == domain::EventKind::forwarded ||
                                event.kind == domain::EventKind::reply_scheduled;
            if (posted && event.article == article.id) return std::optional(std::move(event));
        }
    }
    return std::optional<domain::Event>{};
}

domain::Because because_of(Setup const& setup, access::Principal const& principal) {
    auto out = person_because(setup, principal);
    auto const* agent = setup.find_agent(principal.agent);
    out.code = "person.took_back";
    out.text = fmt::format("{} took the message back.", agent != nullptr ? agent->name : principal.id);
    return out;
}

// The log keeps both steps; gather() counts a reply that was taken back for nothing.
Result<void> undo_post(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                       domain::Article const& article, Places const& places) {
    auto const now = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, article.ticket));
    TRY(auto posted, event_that_posted(txn, article, places));
    // The first reply is none any more. A later one has a later time.
    if (ticket.first_reply_at == article.created_at) ticket.first_reply_at.reset();
    TicketEdit edit(ticket);
    if (posted) {
        TRY(auto changes, changes_of(txn, *posted));
        // What it changed in another ticket is that ticket's, which is closed by the merge.
        if (posted->ticket != ticket.id) changes.clear();
        CHECK_OK(put_back_what_holds(*setup, edit, changes, now, because_of(*setup, principal)));
        if (posted->needs_settling) CHECK_OK(store::mark_settled(txn, posted->id, now));
    }
    auto event = event_by(principal, ticket.id, domain::EventKind::reply_taken_back, now);
    event.data["article"] = article.id.value;
    if (posted) event.data["event"] = posted->id.value;
    event.needs_settling = true;
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    return {};
}

// What is left of it are its words.
Result<domain::Article> stop_and_undo(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                                      domain::ArticleId id) {
    TRY(auto article, store::get_article(txn, id));
    if (article.author != domain::Author::agent || article.kind != domain::ArticleKind::message) return gone();
    TRY(auto const places, places_of(txn, article));
    CHECK_OK(stop_sending(txn, article, places));
    CHECK_OK(undo_post(desk, txn, principal, article, places));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return article;
}

}  // namespace

Result<TakenBack> take_back(Desk& desk, access::Principal const& principal, domain::ArticleId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<TakenBack> {
        TRY(auto article, stop_and_undo(desk, txn, principal, id));
        TakenBack out{article.ticket, {}};
        TRY(out.draft, return_to_draft(desk, txn, principal.agent, article));
        CHECK_OK(store::remove_article(txn, id));
        return out;
    });
}

Result<void> withdraw(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::ArticleId id) {
    TRY([[maybe_unused]] auto article, stop_and_undo(desk, txn, principal, id));
    return store::remove_article(txn, id);
}

}  // namespace lotse::desk
