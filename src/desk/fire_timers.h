// SPDX-License-Identifier: Apache-2.0
// Due timers become events; what follows from them is settle's. One transaction per call.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// Fires at most `limit` due timers; gives how many. Cost: what is due, whatever waits. Of several nodes one fires a timer. An event tells whether the target is missed at this very instant,
// so that a ticket answered a moment before its timer does not escalate.
Result<int> fire_timers(Desk& desk, domain::TenantScope const& scope, int limit);

}  // namespace lotse::desk
