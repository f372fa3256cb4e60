// SPDX-License-Identifier: Apache-2.0
// What the end of a shift asks of a ticket: whether its owner has begun it, when it is needed, and what the owner should hand
// over before going.
#pragma once

#include <optional>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/ticket.h"

namespace lotse::desk {

// An answer has gone out or its status has moved.
bool is_begun(domain::Ticket const& ticket);
// The nearest deadline that still runs: of the first reply while there is none, of the solution, or the wished one.
std::optional<Instant> needed_by(domain::Ticket const& ticket);

// Who chose the owner, and what the owner has done without moving the status. Two indexed reads.
struct OwnerPast {
    bool was_chosen = false;  // the last word about the owner came from a person
    bool was_asked_for = false;  // the owner has asked for the next ticket and got this one
    bool has_acted = false;  // the owner has written something, though the status says nothing of it
};
Result<OwnerPast> read_owner_past(store::ReadTxn& txn, domain::Ticket const& ticket);

struct HandOverItem {
    domain::Ticket ticket;
    Instant needed_by{};
    bool has_note = false;  // its owner has written a note or an answer within the last hours
};
struct HandOver {
    std::optional<Instant> shift_end;  // none: not at work now, or without hours
    std::optional<Instant> next_shift;  // none: not known yet
    bool is_near = false;  // the end is nearer than the desk's choice: the card is shown
    std::vector<HandOverItem>
        tickets;  // of theirs, those that are needed before the next shift; nearest first, at most 50
};
// Of the person who asks. Looks at up to 500 of their open tickets.
Result<HandOver> read_hand_over(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
