// SPDX-License-Identifier: Apache-2.0
// The life of a ticket as far as it runs by itself: new, open, waiting, solved, closed. What people do (reply, solve,
// close) is written by their own use case; here is what follows from messages and timers. Pure.
#pragma once

#include "desk/facts.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// A customer's answer opens a waiting or solved ticket; automatic and quarantined messages move nothing. The close
// timer closes what is still solved. A missed target flags the ticket and raises its urgency one step, once per target.
void decide_status(Facts const& facts, TicketEdit& edit);

}  // namespace lotse::desk
