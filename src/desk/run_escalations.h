// SPDX-License-Identifier: Apache-2.0
// Takes the steps of escalations that are due: tells the next person, gives up on a silent owner, calls the admins at the
// end. A step, its mails and its place in the chain are one transaction, so that neither a kill nor a second node tells
// anybody twice; the mails themselves go out at least once, as all do.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// At most `limit` escalations; gives how many were due. Cost: that of what is due, a ticket's log for a silent owner. What
// cannot be worked out (a calendar that is never open) waits an hour and stands in the log.
Result<int> run_escalations(Desk& desk, domain::TenantScope const& scope, int limit);

// Who a step means, and why they are not told: "", "nobody", "disabled", "absent".
struct StepPerson {
    domain::Agent const* agent = nullptr;
    std::string passed_over;
};
StepPerson person_of(Setup const& setup, domain::Ticket const& ticket, domain::EscalationStep const& step, Instant now);

}  // namespace lotse::desk
