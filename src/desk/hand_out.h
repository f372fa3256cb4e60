// SPDX-License-Identifier: Apache-2.0
// Late binding by itself: whoever is free gets the ticket that presses most, and what an absent person has not begun goes
// back. Called by a job whenever somebody may have become free or something may have come.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// Of the queues that pull and hand out: gives tickets to people who are at work and own fewer open tickets than the queue
// says, the longest without a new one first, until nobody is free or nothing fits. An urgent or high ticket may be one more
// than the queue says. Gives how many. Cost of a look: the heads of those queues' buckets and one pass over the people.
Result<int> hand_out(Desk& desk, domain::TenantScope const& scope);

// Tickets of people who are away or gone: of queues that pull those that nobody has begun, unless a person chose the owner;
// of a disabled agent all that are open, in every queue. They go back to the pool, or are placed anew. Gives how many.
Result<int> hand_back(Desk& desk, domain::TenantScope const& scope);

// Both, over all desks.
Result<int> hand_out_all(Desk& desk);

}  // namespace lotse::desk
