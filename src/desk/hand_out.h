// SPDX-License-Identifier: Apache-2.0
// Late binding by itself: whoever is free gets the ticket that presses most, and what an absent person has not begun goes
// back. Called by a job whenever somebody may have become free or something may have come.
#pragma once

#include <cstdint>
#include <optional>

#include "desk/desk.h"

namespace lotse::desk {

// Of the queues that pull and hand out: gives tickets to people who are at work and own fewer open tickets than the queue
// says, the longest without a new one first, until nobody is free or nothing fits. An urgent or high ticket may be one more
// than the queue says. Gives how many. Cost of a look: the heads of those queues' buckets and one pass over the people.
Result<int> hand_out(Desk& desk, domain::TenantScope const& scope);

// by_hand: what a person says of themselves, and who is gone; whole: also whose hours have ended and who is absent, which costs a
// look at the tickets of all of them, and is called for at a change of the roster and once a minute.
enum class Look : std::uint8_t { by_hand, whole };

// Tickets of people who are away or gone go back to the pool, or are placed anew. Gives how many.
//   disabled: all that are open, in every queue.
//   away by hand: of queues that pull, those that nobody has begun, unless a person chose the owner.
//   off shift or absent: of every queue those that nobody has begun, unless a person chose the owner; and whatever is needed
//   before the owner is back, if somebody at work could take it now.
//   on a break, or not seen for a while: none.
Result<int> hand_back(Desk& desk, domain::TenantScope const& scope, Look look = Look::whole);

// All of it, over all desks; whole in any case where a desk's roster is another than at the last call, on whichever node it
// was changed: who goes absent now gives back now.
Result<int> hand_out_all(Desk& desk, Look look = Look::whole);

// When the roster of any desk changes next, or a time that was set by hand is over; none within the weeks that are known.
Result<std::optional<Instant>> next_roster_change(Desk& desk);

}  // namespace lotse::desk
