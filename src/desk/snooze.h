// SPDX-License-Identifier: Apache-2.0
// A ticket sleeps until a time that somebody chose, or until the customer writes (decide_status). No clock stops for it.
#pragma once

#include <optional>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/ticket.h"

namespace lotse::desk {

// nullopt wakes it. Repeating it changes nothing. Errors: not_found; conflict "ticket.stale_version", "ticket.closed";
// invalid at /until: a time that has passed, or more than a year away.
Result<domain::Ticket> snooze(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                              std::int64_t expected_version, std::optional<Instant> until);

// Wakes those whose time has come; how many.
Result<int> wake_tickets(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
