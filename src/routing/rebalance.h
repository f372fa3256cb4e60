// SPDX-License-Identifier: Apache-2.0
// Work that nobody has begun, dealt out anew: who would do it fastest, without moving more than is gained, and so that no
// list is much fuller than another. A flow of least cost from buckets of tickets that ask for the same to people. Pure.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "domain/people.h"
#include "routing/hand_out.h"
#include "routing/requirement.h"

namespace lotse::routing {

struct Movable {
    domain::TicketId ticket;
    domain::AgentId owner;  // none if 0: it waits
    std::size_t requirement = 0;  // in RebalanceInput::requirements
    Instant due_at{};
};

struct Helper {
    domain::Agent const* agent = nullptr;
    bool is_at_work = true;
    Load begun = {};  // what stays with them
};

struct RebalanceRules {
    int move_cost = 150;  // thousandths of the hands-on time of a ticket: a move must gain more
    int fairness_cost = 1000;  // of the last ticket of a full list, of mean weight; rises evenly to it
    int waiting_cost = 5000;  // of a ticket that nobody gets; above what any other may cost
    std::size_t choices = 20;  // people a bucket
};

struct RebalanceInput {
    std::span<Helper const> people;
    std::span<Requirement const> requirements;
    std::span<Movable const> tickets;
    Pool::Pace pace;  // null: 1
    std::function<bool(domain::AgentId, Movable const&)> is_blocked = {};  // null: nobody is
    std::function<bool(domain::AgentId, Requirement const&)> takes = {};  // anything new of this kind; null: everybody
};

struct Move {
    domain::TicketId ticket;
    domain::AgentId from;  // none if 0: it waited
    domain::AgentId to;  // none if 0: it waits
    bool operator==(Move const&) const = default;
};

struct RebalancePlan {
    std::vector<Move> moves;  // by ticket
    std::int64_t kept = 0;
    std::size_t arcs = 0;
};

// An owner who is at work and fits may keep what they have, even beyond their room; who is away or does not fit loses it, to
// nobody where nobody can take it. Nothing goes from somebody who may keep it to nobody, and nothing that nobody has stays so
// while somebody who may take it has room. In a bucket those that are due last move first, and the nearest deadline goes to
// whoever has most room. Nobody is given more than their room, in units and below the limits of channels; where tickets weigh
// differently the flow is one of units, and what it would have split between two people stays where it is, or goes to whoever of
// those with room it costs least. Weights, capacities and loads that are all so many times as large give the same plan. Cost:
// people x buckets to choose the arcs, then the flow.
RebalancePlan rebalance(RebalanceInput const& input, RebalanceRules const& rules = {});

}  // namespace lotse::routing
