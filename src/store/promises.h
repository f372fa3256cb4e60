// SPDX-License-Identifier: Apache-2.0
// The ledger of promises.
#pragma once

#include <vector>

#include "domain/promise.h"
#include "store/db.h"

namespace lotse::store {

Result<void> put_promise(WriteTxn& txn, domain::Promise const& promise);  // instead of the one about the same
Result<std::vector<domain::Promise>> list_promises(ReadTxn& txn, domain::TicketId ticket);  // at most one of a kind
// Those that are open though their time has passed become missed; at most `limit`, gives how many.
Result<std::int64_t> miss_promises(WriteTxn& txn, Instant now, int limit);

// The ticket goes on in another one, so nobody can tell any more what became of those that are open.
Result<void> drop_promises(WriteTxn& txn, domain::TicketId ticket, Instant now);

struct PromiseCount {
    std::int64_t due = 0;   // kept or missed
    std::int64_t kept = 0;
    std::int64_t told_due = 0;  // of them those that a customer was told
    std::int64_t told_kept = 0;
};
// Of the newest at most `limit` whose time came in [from, until). By the time promised, not by the time kept: so that what
// ended quickly is not counted before what takes long. Cost: so many index entries.
Result<PromiseCount> count_promises(ReadTxn& txn, domain::Awaited what, Instant from, Instant until, int limit);

}  // namespace lotse::store
