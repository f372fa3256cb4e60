// SPDX-License-Identifier: Apache-2.0
// One step of a ticket, as everything that changes one writes it: the event, what it changed, the ticket as it is then.
#pragma once

#include <vector>

#include "access/principal.h"
#include "domain/event.h"
#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::desk {

// What `principal` did to a ticket: an agent, or the API for a program that acts as nobody. Asks for no settlement.
domain::Event event_by(access::Principal const& principal, domain::TicketId ticket, domain::EventKind kind,
                       Instant now);

struct TicketStep {
    domain::EventId event;
    domain::Ticket ticket;  // with its new version
};
// Inside a transaction; who listens is told by the caller. The ticket's last change becomes the time of the event. Errors:
// of the store, "ticket.stale_version" among them.
Result<TicketStep> store_step(store::WriteTxn& txn, domain::Event event, std::vector<domain::Change> const& changes,
                              domain::Ticket ticket);

}  // namespace lotse::desk
