// SPDX-License-Identifier: Apache-2.0
// Whether somebody may be given a ticket by hand at all: the other half of what routing passes over in silence. Pure.
#pragma once

#include "access/principal.h"
#include "desk/setup.h"

namespace lotse::desk {

// Looks at what a change makes of the owner, the customer or the firm; an owner of before, who was kept apart since, may stay.
// Error: invalid "agent.kept_apart" at what was changed. It names who has set that and how to lift it; the reason is for
// those alone who may change the set-up.
Result<void> check_kept_apart(Setup const& setup, access::Principal const& principal, domain::Ticket const& before,
                              domain::Ticket const& after);

}  // namespace lotse::desk
