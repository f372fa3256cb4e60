// SPDX-License-Identifier: Apache-2.0
// Why a target was missed, as a person says.
#pragma once

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/breach.h"

namespace lotse::desk {

// Of one ticket, by clock, then by time. Error: not_found "ticket.missing".
Result<std::vector<domain::Breach>> list_breaches(Desk& desk, domain::TenantScope const& scope,
                                                  domain::TicketId ticket);

struct BreachWord {
    domain::TicketId ticket;
    domain::ClockKind clock = domain::ClockKind::first_reply;
    Instant due_at{};
    domain::BreachReason reason = domain::BreachReason::none;  // none takes it back
    std::string remark;                                        // wanted where the desk says so
};
// Stands in the ticket's history as a change of "breach.<clock>". The same word again changes nothing. Errors: not_found
// "ticket.missing", "breach.missing"; invalid "breach.remark" at "/remark", "breach.reason" at "/reason".
Result<domain::Breach> explain_breach(Desk& desk, access::Principal const& principal, BreachWord const& word);

}  // namespace lotse::desk
