// SPDX-License-Identifier: Apache-2.0
// Work that nobody has begun, dealt out anew among those who are at work (routing/rebalance.h decides): a person looks at
// the plan and applies it, or it happens by itself when somebody goes away or the rules change, and every hour.
//
// It concerns queues that push; one that pulls binds late, so its lists are short, and what an absent person has goes back
// by hand_back. Never moved: what its owner has begun, written to or asked for, what a person has given somebody, what
// sleeps or is merged; nothing of who is on a break, silent, or back within an hour. What the end of a shift and an absence
// leave goes back through the pool (hand_out.h), not here.
#pragma once

#include <memory>
#include <vector>

#include "desk/made.h"
#include "store/rebalances.h"

namespace lotse::desk {

using store::MovedTicket;
using store::Rebalance;
using store::RebalanceId;

inline constexpr std::size_t kMostMoves = 100;  // of one dealing out; more wait for the next

enum class RebalanceCause : std::uint8_t { button, hour, people };

struct PlannedMove {
    domain::Ticket ticket;
    domain::AgentId from;  // none if 0: it waits
    domain::AgentId to;
    domain::Because because;
};
struct RebalancePreview {
    std::shared_ptr<Setup const> setup;
    std::vector<PlannedMove> moves;  // by ticket, at most kMostMoves
    int looked_at = 0;  // tickets that could have moved
    bool has_more = false;  // more would move, or more could have been looked at
};
// What would move now; writes nothing. Of one queue, or of all where it is 0. Cost: the open lists of at most 200 people, two
// reads a ticket of theirs that is new, and the flow. Error: invalid "queue.missing" at "/queue".
Result<RebalancePreview> preview_rebalance(Desk& desk, domain::TenantScope const& scope, domain::QueueId queue);

// Moves what was shown, in one transaction, as far as it still may be: each ticket has the same owner and is not begun, each
// person is at work, fits and has room. What was done is kept, to be undone. Error: conflict "rebalance.outdated" where
// nothing of it can be done any more.
Result<Made<Rebalance>> apply_rebalance(Desk& desk, access::Principal const& principal, domain::QueueId queue,
                                        std::vector<MovedTicket> const& moves, CallKey const& key);

struct UndoneRebalance {
    Rebalance rebalance;
    int back = 0;
    int left = 0;  // begun, moved on or closed since, or their former owner is gone
};
// As a whole, once. What goes back was put there by a person and is not dealt out again. Errors: not_found
// "rebalance.missing"; conflict "rebalance.undone".
Result<UndoneRebalance> undo_rebalance(Desk& desk, access::Principal const& principal, RebalanceId id);

// Newest first, at most 20.
struct RebalanceList {
    std::shared_ptr<Setup const> setup;
    std::vector<Rebalance> items;
};
Result<RebalanceList> list_rebalances(Desk& desk, domain::TenantScope const& scope);

// people: only what its owner cannot do now: who is away, has lost the skill or the queue, is kept apart. hour: everything of
// the queues whose rule does not say otherwise. Gives how many moved.
Result<int> rebalance(Desk& desk, domain::TenantScope const& scope, RebalanceCause cause);
// Over all desks; people: only where people or rules are others than at the last call.
Result<int> rebalance_all(Desk& desk, RebalanceCause cause);

}  // namespace lotse::desk
