// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_step.h"

#include <utility>

#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {

domain::Event event_by(access::Principal const& principal, domain::TicketId ticket, domain::EventKind kind,
                       Instant now) {
    domain::Event out;
    out.ticket = ticket;
    out.kind = kind;
    out.actor = principal.agent ? domain::Actor::agent : domain::Actor::api;
    out.agent = principal.agent;
    out.at = now;
    return out;
}

Result<TicketStep> store_step(store::WriteTxn& txn, domain::Event event, std::vector<domain::Change> const& changes,
                              domain::Ticket ticket) {
    TRY(auto const stored, store::add_event(txn, std::move(event)));
    CHECK_OK(store::add_changes(txn, stored.id, stored.ticket, changes, stored.at));
    ticket.updated_at = stored.at;
    TRY(ticket, store::update_ticket(txn, std::move(ticket)));
    return TicketStep{stored.id, std::move(ticket)};
}

}  // namespace lotse::desk
