// SPDX-License-Identifier: Apache-2.0
// By when the customer may count on a first reply and on a solution. Made when a ticket comes, looked at anew whenever it
// changes, given what has passed of it. What stands is never shortened and lengthened again: the later of the last two
// stands, until the status changes. Pure.
#pragma once

#include "desk/facts.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

void decide_promises(Facts const& facts, TicketEdit const& edit, Settlement& out);

// Promises as this settle leaves them.
std::vector<domain::Promise> promises_after(Facts const& facts, Settlement const& settlement);
domain::TimerKind promise_timer(domain::Awaited what);

// The promise that is told now: open, told, and its time is still to come; null if there is none.
domain::Promise const* told_promise(std::vector<domain::Promise> const& promises, domain::Awaited what, Instant now);

}  // namespace lotse::desk
