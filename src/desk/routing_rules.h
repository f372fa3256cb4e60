// SPDX-License-Identifier: Apache-2.0
// What an admin says of routing: overflow, soft languages, sticky owners, learning, and who is kept apart from whom.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "desk/made.h"
#include "domain/routing_rules.h"
#include "domain/solved.h"

namespace lotse::desk {

inline constexpr std::size_t kMostOverflow = 5;  // steps of a queue

Result<domain::RoutingRules> read_routing(Desk& desk, domain::TenantScope const& scope);
// Of the document, for If-Match: above 0, also where nobody has said anything yet.
std::int64_t version_of(domain::RoutingRules const& rules);
// Only what is given is set. learns: whether the desk learns who solves what; what was learned stays. units: of the channels
// that it names; holds from the next decision on, nobody loses a ticket by it. Errors: invalid "units.range" at
// "/units/phone"; conflict "routing_rules.stale_version".
struct RoutingPatch {
    std::optional<bool> learns;
    std::array<std::optional<std::int64_t>, domain::kChannels> units = {};
};
Result<domain::RoutingRules> change_routing(Desk& desk, access::Principal const& principal,
                                            std::int64_t expected_version, RoutingPatch const& patch);

// Of a queue of which nothing is said: nobody helps, and what nobody has begun is dealt out anew every hour.
domain::QueueRule usual_rule(domain::QueueId queue);
// What is said of one queue; the usual where nothing is. Error: not_found "queue.missing".
Result<domain::QueueRule> get_queue_rule(Desk& desk, domain::TenantScope const& scope, domain::QueueId id);
// By content, so that two people who change different queues do not meet.
std::int64_t version_of(domain::QueueRule const& rule);
// The whole rule of the queue that it names. It holds from the next decision on, also for what waits already. Errors: invalid
// at the field ("/overflow/1/queue"): a queue that is not there, helps twice or is itself, steps that do not rise; conflict
// "queue_rule.stale_version".
Result<domain::QueueRule> change_queue_rule(Desk& desk, access::Principal const& principal,
                                            std::int64_t expected_version, domain::QueueRule rule);

// The names of those concerned; "" of who is gone.
struct BlockedPairView {
    domain::BlockedPair pair;
    std::string agent;
    std::string customer;
    std::string organization;
    std::string made_by;
};
// All of the desk, at most store::kMostBlockedPairs; an indexed read a name.
Result<std::vector<BlockedPairView>> list_blocked_pairs(Desk& desk, domain::TenantScope const& scope);
Result<BlockedPairView> get_blocked_pair(Desk& desk, domain::TenantScope const& scope, domain::BlockedPairId id);
// With the reason and by whom, for admins. Two who are kept apart already stay so: the same pair again is the known one.
// Errors: invalid at the field.
Result<Made<BlockedPairView>> block_pair(Desk& desk, access::Principal const& principal,
                                         domain::BlockedPair const& pair, CallKey const& key);
Result<void> unblock_pair(Desk& desk, access::Principal const& principal, domain::BlockedPairId id);

struct OwnSolved {
    domain::CategoryId category;
    double solved = 0;  // tickets, faded
    double pace = 1;  // what routing makes of it
};
// What the caller has solved, as routing knows it; most first. Nobody sees anybody else's. Empty where the desk does not
// learn. Error: conflict "solved.person" for a token that acts as nobody.
Result<std::vector<OwnSolved>> own_solved(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
