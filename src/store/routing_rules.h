// SPDX-License-Identifier: Apache-2.0
// What an admin says of routing: one document a desk, and the pairs that are kept apart.
#pragma once

#include <vector>

#include "domain/routing_rules.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::RoutingRules> read_routing_rules(ReadTxn& txn);  // with the pairs; defaults where nothing is stored
// The document alone, if `rules.version` is the stored one; gives the next version. Error: conflict
// "routing_rules.stale_version".
Result<std::int64_t> write_routing_rules(WriteTxn& txn, domain::RoutingRules const& rules);

inline constexpr int kMostBlockedPairs = 2000;
// conflict "blocked_pair.known", "blocked_pair.too_many".
Result<domain::BlockedPair> add_blocked_pair(WriteTxn& txn, domain::BlockedPair pair);
Result<domain::BlockedPair> get_blocked_pair(ReadTxn& txn,
                                             domain::BlockedPairId id);  // not_found "blocked_pair.missing"
Result<void> remove_blocked_pair(WriteTxn& txn, domain::BlockedPairId id);
Result<std::vector<domain::BlockedPair>> list_blocked_pairs(ReadTxn& txn);  // by id; at most kMostBlockedPairs

}  // namespace lotse::store
