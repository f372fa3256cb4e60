// SPDX-License-Identifier: Apache-2.0
// Tickets of queues on push that found nobody at work when they came get their owner as soon as somebody is.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// Only in desks where people have hours. Places the heads of the buckets that routing would place now, the nearest deadline first,
// until nobody fits; gives how many. Cost: as a look at the pool.
Result<int> place_waiting(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
