// SPDX-License-Identifier: Apache-2.0
// One decision about what waits: found in the pool that is kept in memory, and taken in a transaction of its own, which
// finds out whether somebody was quicker.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/kept_pool.h"
#include "domain/ticket.h"
#include "routing/hand_out.h"
#include "store/db.h"

namespace lotse::desk {

// What a decision was made by.
struct PoolLook {
    std::shared_ptr<Setup const> setup;
    routing::Loads loads;
    std::unordered_map<std::int64_t, Instant> seen;  // the last sign of life, where the desk watches for it
    Instant at{};

    domain::Duty duty_of(domain::Agent const& agent) const;
};

// The set-up, what everybody has open and who is there; one range over the agents' counts.
Result<PoolLook> look_at_people(Desk& desk, store::ReadTxn& txn);

struct PoolAsk {
    domain::AgentId agent;
    routing::Pool::Accepts accepts;  // null: whatever they can do
    std::set<domain::TicketId> skip;
};
// What presses most for this person, best first, at most three. Opens a transaction of its own: call it outside of any.
Result<std::vector<routing::WeighedTicket>> pick_from_pool(Desk& desk, domain::TenantScope const& scope,
                                                           PoolAsk const& ask);
// Behind the decisions: compares some of what is kept with the store.
Result<void> recheck_pool(Desk& desk, domain::TenantScope const& scope);

struct Taking {
    domain::AgentId agent;
    routing::Asked asked = routing::Asked::asked;
    std::vector<routing::WeighedTicket> weighed;  // best first; the one to take is weighed[at]
    std::size_t at = 0;
};

// Gives the ticket to the agent, if it still waits and is nobody's: a claim on its row in the pool, then an update by
// version. Nothing if somebody was quicker, here or on another node.
Result<std::optional<domain::Ticket>> take_from_pool(Desk& desk, store::WriteTxn& txn, PoolLook const& look,
                                                     Taking const& taking);

}  // namespace lotse::desk
