// SPDX-License-Identifier: Apache-2.0
// Work that was dealt out anew: who had what before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

using RebalanceId = Id<struct RebalanceTag>;

struct MovedTicket {
    domain::TicketId ticket;
    domain::AgentId from;  // none if 0
    domain::AgentId to;    // none if 0
};

struct Rebalance {
    RebalanceId id;
    domain::QueueId queue;
    domain::AgentId by;  // none if 0: by itself
    Instant at{};
    std::optional<Instant> undone_at;
    std::string cause;  // "button", "hour", "people"
    std::vector<MovedTicket> moves;
};

Result<Rebalance> add_rebalance(WriteTxn& txn, Rebalance rebalance);
Result<Rebalance> get_rebalance(ReadTxn& txn, RebalanceId id);  // not_found "rebalance.missing"
Result<bool> mark_rebalance_undone(WriteTxn& txn, RebalanceId id, Instant at);  // false: it was already
Result<std::vector<Rebalance>> list_rebalances(ReadTxn& txn, int limit);  // newest first

}  // namespace lotse::store
