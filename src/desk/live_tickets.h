// SPDX-License-Identifier: Apache-2.0
// The tickets that something has just happened to, as lists show them.
#pragma once

#include <span>
#include <vector>

#include "desk/desk.h"
#include "desk/people.h"

namespace lotse::desk {

struct LiveTickets {
    std::vector<domain::Ticket> tickets;  // in the order asked; absent ones are left out
    PeopleNames names;
    std::shared_ptr<Setup const> setup;
};

// One indexed read per ticket and person.
Result<LiveTickets> read_live_tickets(Desk& desk, domain::TenantScope const& scope,
                                      std::span<domain::TicketId const> ids);

// The set-up, for naming who is at a ticket. Error: not_found "ticket.missing".
Result<std::shared_ptr<Setup const>> setup_at_ticket(Desk& desk, domain::TenantScope const& scope,
                                                     domain::TicketId ticket);

}  // namespace lotse::desk
