// SPDX-License-Identifier: Apache-2.0
// Deadlines within settle: the ticket's due times and the timers that watch them. Pure.
#pragma once

#include "base/result.h"
#include "desk/facts.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// Appends what this settlement itself changed (status, priority) to the marks of the log and computes anew. A timer that
// has fired for the same due instant is not set again. Automatic and quarantined tickets have no deadlines.
Result<void> decide_deadlines(Facts const& facts, TicketEdit& edit, Settlement& out);

// The marks that changes of status and priority leave, for gather and for settle.
void add_marks(std::vector<domain::ClockMark>& marks, domain::Change const& change, Instant at);

}  // namespace lotse::desk
