// SPDX-License-Identifier: Apache-2.0
// The desk's events in the order in which they happened, for whoever follows it live.
#pragma once

#include <vector>

#include "desk/desk.h"
#include "domain/event.h"

namespace lotse::desk {

// Events with id > after, oldest first, at most `limit`. Cost: the rows returned.
Result<std::vector<domain::Event>> events_after(Desk& desk, domain::TenantScope const& scope, domain::EventId after,
                                                int limit);
Result<domain::EventId> last_event(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
