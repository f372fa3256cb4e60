// SPDX-License-Identifier: Apache-2.0
// Escalations within settle: which begin, which are over, and from when an owner is silent. Computed anew from the log and
// the chains at every settle. Pure.
#pragma once

#include <optional>
#include <vector>

#include "base/result.h"
#include "desk/facts.h"
#include "desk/ticket_edit.h"
#include "store/events.h"

namespace lotse::desk {

// A fired timer begins one where a chain starts on it; a worse one begins anew what a milder one had begun. Over: see
// why_over(). A person who answers or hands the ticket on looks after it: that acknowledges what goes on.
Result<void> decide_escalations(Facts const& facts, TicketEdit const& edit, Settlement& out);

// The chain that starts on the event's fired timer, so that the plain notices of targets keep quiet. Null: none.
domain::Chain const* chain_of_event(Facts const& facts, domain::Ticket const& ticket);

// Why this one is over, as the ticket stands: "solved", "replied", "paused", "reassigned", "acted". `last_act` as in Facts.
std::optional<char const*> why_over(domain::Escalation const& escalation, domain::Ticket const& ticket,
                                    Instant last_act);

// When one of us last did something in the ticket, or it last changed its owner or status.
Instant last_act_in(std::vector<domain::Event> const& events, std::vector<store::StoredChange> const& changes);

// In whose open time the steps of a ticket of this queue are counted.
domain::Calendar const& escalation_calendar(Setup const& setup, domain::QueueId queue);

}  // namespace lotse::desk
