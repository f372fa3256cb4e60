// SPDX-License-Identifier: Apache-2.0
// An event that cannot be settled is set aside, visibly, so that it holds up nothing behind it.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// The ticket keeps its place in the queue and tells in its timeline that a person must look.
Result<void> park_event(Desk& desk, domain::TenantScope const& scope, domain::EventId id, Error const& why);

}  // namespace lotse::desk
