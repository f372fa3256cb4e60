// SPDX-License-Identifier: Apache-2.0
#include "store/bulk_jobs.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class BulkRows : public OnEachStore {};
LOTSE_ON_EACH_STORE(BulkRows);

TEST_P(BulkRows, AreReadAsTheyWereWrittenAndFinishedOnce) {
    domain::BulkJob wanted;
    wanted.kind = domain::BulkKind::reversal;
    wanted.agent = domain::AgentId{3};
    wanted.principal = "session:9";
    wanted.changes = JsonObject{{"subject", kHostile}};
    wanted.total = 2;
    wanted.created_at = minute(1);
    wanted.reverses = domain::JobId{7};
    auto const job = must_have(write([&](store::WriteTxn& txn) -> Result<domain::BulkJob> {
        TRY(auto stored, store::add_bulk_job(txn, wanted));
        for (int i = 1; i <= 2; ++i)
            CHECK_OK(store::add_bulk_item(txn, stored.id, {i, domain::TicketId{i + 10}, {}, {}, "", ""}));
        return stored;
    }));
    auto const next = must_have(read([](store::ReadTxn& txn) { return store::next_bulk_job(txn); }));
    ASSERT_TRUE(next);
    EXPECT_EQ(std::tuple(next->id, next->kind, next->agent, next->principal, next->total, next->reverses),
              std::tuple(job.id, wanted.kind, wanted.agent, wanted.principal, wanted.total, wanted.reverses));
    EXPECT_EQ(next->changes, wanted.changes);
    auto const finish = [&](domain::BulkState state) {
        return must_have(write([&](store::WriteTxn& txn) {
            return store::finish_bulk_item(txn, job.id, {2, {}, state, domain::EventId{5}, "code", kHostile});
        }));
    };
    EXPECT_TRUE(finish(domain::BulkState::failed));
    EXPECT_FALSE(finish(domain::BulkState::done)) << "a line is done once";
    auto const lines = must_have(read([&](store::ReadTxn& txn) { return store::list_bulk_items(txn, job.id, 1, 10); }));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].ticket, domain::TicketId{12});
    EXPECT_EQ(lines[0].message, kHostile);
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::mark_reversed(txn, job.id, domain::JobId{8}));
        return store::finish_bulk_job(txn, job.id, minute(2));
    }));
    auto const done = must_have(read([&](store::ReadTxn& txn) { return store::get_bulk_job(txn, job.id); }));
    EXPECT_EQ(std::tuple(done.done, done.failed, done.is_waiting, done.finished_at, done.reversed_by),
              std::tuple(1, 1, false, std::optional(minute(2)), domain::JobId{8}));
    EXPECT_FALSE(must_have(read([](store::ReadTxn& txn) { return store::next_bulk_job(txn); })));
    EXPECT_EQ(
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_bulk_job(txn, job.id); }).error().code,
        "job.missing");
}

}  // namespace
}  // namespace lotse::testing
