// SPDX-License-Identifier: Apache-2.0
// What a dealing out is decided by, and whether one move of it may be made: for rebalance.h.
#pragma once

#include <optional>
#include <unordered_map>

#include "desk/rebalance.h"
#include "desk/solver_book.h"
#include "routing/place.h"
#include "routing/requirement.h"

namespace lotse::desk {

// The people of one moment.
struct Standing {
    std::shared_ptr<Setup const> setup;
    std::vector<routing::Candidate> people;
    std::shared_ptr<SolverBook const> solvers;  // null: the desk does not learn
    Instant now{};
    std::unordered_map<std::int64_t, std::size_t> at;  // in people, by agent

    routing::Candidate const* find(domain::AgentId agent) const;
    // What the ticket asks for at this moment, overflow and soft languages included.
    routing::Requirement asks(domain::Ticket const& ticket) const;
    bool is_blocked(domain::AgentId agent, domain::Ticket const& ticket) const;
    // At work, willing, fitting and not kept apart; load apart.
    bool can_take(routing::Candidate const& person, domain::Ticket const& ticket) const;
};
Result<Standing> read_standing(Desk& desk, store::ReadTxn& txn);

// Whether a ticket of this owner may be dealt out to others, by everything that is told in rebalance.h.
Result<bool> may_move(store::ReadTxn& txn, Standing const& standing, domain::Ticket const& ticket);

// Why; the loads are those before the move.
domain::Because because_moved(Standing const& standing, domain::Ticket const& ticket, domain::AgentId from,
                              domain::AgentId to);

Result<RebalancePreview> plan_rebalance(Desk& desk, store::ReadTxn& txn, domain::QueueId queue, RebalanceCause cause);

}  // namespace lotse::desk
