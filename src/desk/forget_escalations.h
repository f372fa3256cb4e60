// SPDX-License-Identifier: Apache-2.0
// What is over and old goes: ended escalations with who was told, and calls of webhooks that wait for nothing.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

inline constexpr std::chrono::days kCallLife{30};

// Escalations by the desk's setting (escalation_days; 0 keeps them), calls after kCallLife. In pieces of 200, so that others
// write in between. The ticket's own log and the audit list go on telling. Gives how many escalations went.
Result<int> forget_old_escalations(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
