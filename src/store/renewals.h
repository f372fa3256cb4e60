// SPDX-License-Identifier: Apache-2.0
// That deadlines are to be computed anew, and how far the walk over the open tickets is. At most one row a tenant.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "store/db.h"

namespace lotse::store {

struct Renewal {
    Instant asked_at{};
    std::string after;  // cursor of list_tickets(); "" at the beginning
    std::int64_t looked_at = 0;
    std::int64_t moved = 0;  // tickets with another due time
};

// The walk begins anew, also where one is under way.
Result<void> ask_renewal(WriteTxn& txn, Instant now);
Result<std::optional<Renewal>> find_renewal(ReadTxn& txn);
// Both do nothing where somebody else has moved on, or asked anew, since `before` was read; false then.
Result<bool> move_renewal(WriteTxn& txn, Renewal const& before, Renewal const& now);
Result<bool> end_renewal(WriteTxn& txn, Renewal const& before);

}  // namespace lotse::store
