// SPDX-License-Identifier: Apache-2.0
// Replies whose time has come.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// Posts every due one, each in a transaction of its own, once: whoever deletes its row sends it. How many went.
Result<int> send_scheduled(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
