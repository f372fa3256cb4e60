// SPDX-License-Identifier: Apache-2.0
// Deadlines within settle: the ticket's due times and the timers that watch them. Pure.
#pragma once

#include "base/result.h"
#include "desk/facts.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// Appends what this settlement itself changed (status, priority, queue) to the marks of the log and computes anew. A timer that
// has fired for the same due instant is not set again. Automatic and quarantined tickets have no deadlines; closed ones
// keep what is known of missed targets.
Result<void> decide_deadlines(Facts const& facts, TicketEdit& edit, Settlement& out);

// What the clocks say by this set-up, which need not be the one of the facts; nothing for a ticket that has none.
Result<std::optional<domain::Deadlines>> deadlines_of(Facts const& facts, Setup const& setup,
                                                      domain::Ticket const& ticket,
                                                      std::vector<domain::ClockMark> const& marks);

// The marks that changes of status, priority and queue leave, for gather and for settle.
void add_marks(std::vector<domain::ClockMark>& marks, domain::Change const& change, Instant at);

}  // namespace lotse::desk
