// SPDX-License-Identifier: Apache-2.0
// Undo: what one event changed goes back, if nobody has changed it since.
#pragma once

#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "desk/ticket_edit.h"
#include "desk/update_ticket.h"
#include "domain/event.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct Reversal {
    domain::EventId event;  // the new one
    std::vector<domain::Change> changes;
    domain::Ticket ticket;
    bool is_known = false;
};
// All fields or none; of a macro, its answer and its note go too. Errors: not_found "event.missing"; conflict
// "change.moved_on" at the field that has another value by now; invalid "event.not_reversible" where the event changed
// nothing that can go back; invalid "change.gone"; those of withdraw_words().
Result<Reversal> reverse_event(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                               domain::EventId event, CallKey const& key);

// Inside a transaction: what this event changed goes back where it still holds, as a step of its own. No event in the
// answer: nothing was left to put back. Errors: not_found.
Result<Updated> reverse_what_holds(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                                   domain::TicketId ticket, domain::EventId event);

// Inside a transaction: all that this event changed goes back, or nothing does; of a value that was only confirmed, the
// confirmation is withdrawn. Errors: not_found; conflict "change.moved_on" at the field.
Result<Updated> withdraw_step(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                              domain::TicketId ticket, domain::EventId event);

// Inside a transaction: of these changes of the ticket, those that still hold go back, as a step of its own.
Result<Updated> put_back(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                         domain::Ticket const& ticket, std::vector<domain::Change> const& changes);

// Inside a transaction: of these changes, those that still hold go back. For what takes a message back.
Result<void> put_back_what_holds(Setup const& setup, TicketEdit& edit, std::vector<domain::Change> const& changes,
                                 Instant now, domain::Because const& because);

// What this event changed.
Result<std::vector<domain::Change>> changes_of(store::ReadTxn& txn, domain::Event const& event);

}  // namespace lotse::desk
