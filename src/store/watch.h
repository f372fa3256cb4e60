// SPDX-License-Identifier: Apache-2.0
// What the watch page counts: beginnings of index ranges, never a whole desk.
#pragma once

#include <vector>

#include "domain/escalation.h"
#include "domain/pool.h"
#include "domain/timer.h"
#include "store/db.h"

namespace lotse::store {

// Timers that are due after `now`, soonest first, of every kind; at most `limit`.
Result<std::vector<domain::Timer>> coming_timers(ReadTxn& txn, Instant now, int limit);
// New and open tickets whose soonest time has passed, the longest first, at most `limit`: whether that was a target's, or
// only a wished one.
struct PassedDue {
    domain::TicketId ticket;
    Instant at{};
    bool is_missed = false;
};
Result<std::vector<PassedDue>> passed_due(ReadTxn& txn, Instant now, int limit);
// What waits in the pool, nearest deadline first; at most `limit`.
Result<std::vector<domain::PooledTicket>> pool_by_due(ReadTxn& txn, int limit);
// Running escalations of silent owners, the longest first; at most `limit`.
Result<std::vector<domain::Escalation>> silent_owners(ReadTxn& txn, int limit);
// Waiting in the bucket of this ticket; counting ends at `most`.
Result<std::int64_t> count_in_bucket(ReadTxn& txn, domain::PooledTicket const& of, int most);

}  // namespace lotse::store
