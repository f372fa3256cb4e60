// SPDX-License-Identifier: Apache-2.0
// How queues were set some time ago, by the audit list.
#pragma once

#include <vector>

#include "desk/desk.h"

namespace lotse::desk {

// As they assigned at `at`: what the list tells of changes since then is taken back. Other settings stay as they are, and so
// does what was changed without a row. Cost: the list's rows of queues since then, at most some thousand.
Result<std::vector<domain::Queue>> queues_as_of(Desk& desk, domain::TenantScope const& scope,
                                                std::vector<domain::Queue> queues, Instant at);

}  // namespace lotse::desk
