// SPDX-License-Identifier: Apache-2.0
#include "store/staffing_gaps.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

StaffingGap read_gap(Row const& row) {
    StaffingGap out;
    out.queue = row.id<domain::QueueTag>(0);
    out.lack = static_cast<int>(row.integer(1));
    out.what = row.text(2);
    out.told_at = row.at(3);
    out.seen_at = row.at(4);
    return out;
}

}  // namespace

Result<std::vector<StaffingGap>> list_staffing_gaps(ReadTxn& txn) {
    return list_all(txn,
                    "SELECT queue_id, lack, what, told_at, seen_at FROM staffing_gap WHERE tenant_id = :tenant "
                    "ORDER BY queue_id, lack, what",
                    {}, read_gap);
}

Result<void> put_staffing_gap(WriteTxn& txn, StaffingGap const& gap) {
    TRY([[maybe_unused]] auto const rows,
        txn.run("INSERT INTO staffing_gap (tenant_id, queue_id, lack, what, told_at, seen_at) VALUES (:tenant, ?1, ?2, "
                "?3, ?4, ?5) ON CONFLICT (tenant_id, queue_id, lack, what) DO UPDATE SET seen_at = excluded.seen_at",
                {gap.queue, gap.lack, gap.what, gap.told_at, gap.seen_at}));
    return {};
}

Result<void> forget_staffing_gaps(WriteTxn& txn, Instant seen_before) {
    TRY([[maybe_unused]] auto const rows,
        txn.run("DELETE FROM staffing_gap WHERE tenant_id = :tenant AND seen_at < ?1", {seen_before}));
    return {};
}

}  // namespace lotse::store
