// SPDX-License-Identifier: Apache-2.0
// What an admin says of routing: overflow, soft languages, sticky owners, learning, and who is kept apart from whom.
#pragma once

#include <vector>

#include "desk/made.h"
#include "domain/routing_rules.h"
#include "domain/solved.h"

namespace lotse::desk {

inline constexpr std::size_t kMostOverflow = 5;  // steps of a queue

Result<domain::RoutingRules> read_routing(Desk& desk, domain::TenantScope const& scope);
// The whole document. Errors: invalid at the field ("/queues/0/overflow/1/queue"): a queue that is not there or is named
// twice, steps that do not rise; conflict "routing_rules.stale_version".
Result<domain::RoutingRules> change_routing(Desk& desk, access::Principal const& principal,
                                            std::int64_t expected_version, domain::RoutingRules rules);

// With the reason and by whom, for admins. Two who are kept apart already stay so: the same pair again is the known one.
// Errors: invalid at the field.
Result<Made<domain::BlockedPair>> block_pair(Desk& desk, access::Principal const& principal,
                                             domain::BlockedPair const& pair, CallKey const& key);
Result<void> unblock_pair(Desk& desk, access::Principal const& principal, domain::BlockedPairId id);

// The names of those concerned; "" of who is gone.
struct BlockedPairView {
    std::string agent;
    std::string customer;
    std::string organization;
    std::string made_by;
};
Result<BlockedPairView> view_blocked_pair(Desk& desk, domain::TenantScope const& scope,
                                          domain::BlockedPair const& pair);

struct OwnSolved {
    domain::CategoryId category;
    double solved = 0;  // tickets, faded
    double pace = 1;  // what routing makes of it
};
// What the caller has solved, as routing knows it; most first. Nobody sees anybody else's. Empty where the desk does not
// learn. Error: conflict "solved.person" for a token that acts as nobody.
Result<std::vector<OwnSolved>> own_solved(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
