// SPDX-License-Identifier: Apache-2.0
// What waits, and who could take it, at one moment: read in one snapshot, decided by routing, and taken in a transaction of
// its own, which finds out whether somebody was quicker.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/ticket.h"
#include "routing/hand_out.h"
#include "store/db.h"

namespace lotse::desk {

struct PoolLook {
    std::shared_ptr<Setup const> setup;
    std::vector<routing::Candidate> people;
    routing::HandOut waiting;  // the heads of the buckets

    routing::Candidate const* find(domain::AgentId agent) const;
};

// The heads of these queues, and with `whose` the tickets of people whom this agent has served. Cost: two index seeks a
// bucket, one range over the agents' counts; nothing grows with what waits.
Result<PoolLook> look_at_pool(Desk& desk, store::ReadTxn& txn, std::vector<domain::QueueId> const& queues,
                              domain::AgentId whose, std::set<domain::TicketId> const& skip);
// Heads that have become visible since; those known already change nothing.
Result<void> look_again(Desk& desk, store::ReadTxn& txn, std::vector<domain::QueueId> const& queues,
                        std::set<domain::TicketId> const& skip, PoolLook& look);

routing::Requirement requirement_of(Setup const& setup, domain::PooledTicket const& pooled);

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
