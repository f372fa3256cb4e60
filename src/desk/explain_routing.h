// SPDX-License-Identifier: Apache-2.0
// "Who, why, and why not somebody else?" of one ticket: the decision as it was made, and how everybody stands to it now.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "desk/desk.h"
#include "domain/because.h"
#include "domain/pool.h"
#include "domain/ticket.h"
#include "routing/hand_out.h"

namespace lotse::desk {

struct OtherTicket {
    domain::TicketId ticket;
    std::string subject;  // "" if it is gone
    JsonObject terms;  // as desk/considered.h keeps them
};

struct RoutingView {
    std::shared_ptr<Setup const> setup;
    domain::Ticket ticket;
    domain::Because because;  // of the owner; without one, why nobody has it
    std::optional<Instant> decided_at;  // none: told as of now
    std::vector<routing::Considered> considered;  // when it was decided
    std::vector<OtherTicket> weighed;  // it and what it went before, where it was taken from the pool
    std::vector<routing::Considered> now;  // the queue's people as they stand to it now, at most 50
    std::vector<domain::AgentId> usual;  // who usually solve such tickets, by name; at most three
    std::optional<domain::PooledTicket> waiting;  // in the pool since when, till when
    std::int64_t ahead = 0;  // waiting in the same queue; counting ends at 1,000
};

// Error: not_found "ticket.missing".
Result<RoutingView> explain_routing(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket);

}  // namespace lotse::desk
