// SPDX-License-Identifier: Apache-2.0
// The desk's events in the order in which they became visible, for whoever follows it live (store/events.h says why that
// is not the order of their ids).
#pragma once

#include <vector>

#include "desk/desk.h"
#include "domain/event.h"

namespace lotse::desk {

// Gives a place in the stream to what has been committed since; repeatable, from any process.
Result<void> place_events(Desk& desk, domain::TenantScope const& scope);
// Events with position > after, in that order, at most `limit`. Cost: the rows returned.
Result<std::vector<domain::Event>> events_after(Desk& desk, domain::TenantScope const& scope, std::int64_t after,
                                                int limit);
Result<std::int64_t> last_position(Desk& desk, domain::TenantScope const& scope);
Result<std::vector<domain::TenantId>> streamed_desks(Desk& desk);

}  // namespace lotse::desk
