// SPDX-License-Identifier: Apache-2.0
// The desk's regular housework, for all tenants; idempotent, so a second node does no harm.
#pragma once

#include "desk/desk.h"
#include "triage/linear_model.h"

namespace lotse::desk {

// Forgets idempotency keys and uploads after 48 hours, and a day later the bytes of those uploads where no other file has
// the same. Feedback goes when it is as old as the desk's setting says. At night (02:00 to 05:00 on the desk's clock), or when the last time was more than a day ago, fits triage
// and the risks anew. Gives the number of refits.
// `progress` hears how far a refit is, 0..1; 1 again at its end.
Result<int> keep_house(Desk& desk, triage::Progress const& progress = {});

}  // namespace lotse::desk
