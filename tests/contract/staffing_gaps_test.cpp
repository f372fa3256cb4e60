// SPDX-License-Identifier: Apache-2.0
#include "store/staffing_gaps.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class StaffingGaps : public OnEachStore {
  protected:
    std::vector<store::StaffingGap> all() {
        return must_have(read([](store::ReadTxn& txn) { return store::list_staffing_gaps(txn); }));
    }
    void put(store::StaffingGap const& gap) {
        must_have(write([&](store::WriteTxn& txn) { return store::put_staffing_gap(txn, gap); }));
    }
};
LOTSE_ON_EACH_STORE(StaffingGaps);

TEST_P(StaffingGaps, AreToldOnceAndSeenAgain) {
    store::StaffingGap const skill{domain::QueueId{2}, 1, "mainframe", minute(1), minute(1)};
    store::StaffingGap const people{domain::QueueId{1}, 0, "", minute(2), minute(2)};
    put(skill);
    put(people);
    EXPECT_EQ(all(), (std::vector{people, skill}));
    put({domain::QueueId{2}, 1, "mainframe", minute(9), minute(9)});
    ASSERT_EQ(all().size(), 2u);
    EXPECT_EQ(all()[1].told_at, minute(1));
    EXPECT_EQ(all()[1].seen_at, minute(9));
    must_have(write([](store::WriteTxn& txn) { return store::forget_staffing_gaps(txn, minute(5)); }));
    ASSERT_EQ(all().size(), 1u);
    EXPECT_EQ(all()[0].what, "mainframe");
}

}  // namespace
}  // namespace lotse::testing
