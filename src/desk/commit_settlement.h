// SPDX-License-Identifier: Apache-2.0
// Transaction 2: a settlement is stored whole, if the ticket is still the one it was computed from.
#pragma once

#include "desk/desk.h"
#include "desk/facts.h"

namespace lotse::desk {

// Errors: conflict "ticket.stale_version", "notice.address_full" (gather again, at most three times).
Result<void> commit_settlement(Desk& desk, domain::TenantScope const& scope, domain::Event const& event,
                               Settlement const& settlement);

// gather, settle, commit_settlement for one event, with the repetition. Blocks; for jobs, tests and import.
Result<void> settle_event(Desk& desk, domain::TenantScope const& scope, domain::EventId event);
// Settles everything that waits, oldest first; gives the number of events.
Result<int> settle_all(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
