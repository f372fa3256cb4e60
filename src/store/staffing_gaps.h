// SPDX-License-Identifier: Apache-2.0
// What a lead was told that the team lacks, so that it is told once.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

struct StaffingGap {
    domain::QueueId queue;
    int lack = 0;  // desk/lacking.h
    std::string what;
    Instant told_at{};
    Instant seen_at{};
    bool operator==(StaffingGap const&) const = default;
};

Result<std::vector<StaffingGap>> list_staffing_gaps(ReadTxn& txn);  // a handful a queue
// Anew, or seen again: told_at stays.
Result<void> put_staffing_gap(WriteTxn& txn, StaffingGap const& gap);
Result<void> forget_staffing_gaps(WriteTxn& txn, Instant seen_before);

}  // namespace lotse::store
