// SPDX-License-Identifier: Apache-2.0
// The cap on automatic notices where several settlements were computed from the same facts (H-11, H-13).
#include "desk/gather.h"
#include "desk/settle.h"
#include "store/events.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class LoopGuard : public DeskTest {
  protected:
    struct Decided {
        desk::Facts facts;
        desk::Settlement settlement;
    };
    Decided decide(domain::EventId event) {
        auto facts = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk::gather(*desk_, txn, event); }));
        auto settlement = need(desk::settle(facts));
        return {std::move(facts), std::move(settlement)};
    }
};

TEST_F(LoopGuard, LetsThreeConfirmationsGoOfSixThatWereDecidedAtTheSameMoment) {
    std::vector<desk::Accepted> accepted;
    for (int i = 0; i < 6; ++i) accepted.push_back(accept(mail("a@customer.example", "Same", std::to_string(i))));
    auto const events = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); }));
    ASSERT_EQ(events.size(), 6u);
    std::vector<Decided> decided;
    for (auto const& event : events) decided.push_back(decide(event.id));
    std::vector<std::string> codes;
    for (auto const& one : decided) {
        ASSERT_EQ(one.settlement.notices.size(), 1u) << "each of them believes that it may";
        auto const done = desk::commit_settlement(*desk_, *scope_, one.facts.event, one.settlement);
        codes.push_back(done ? "" : done.error().code);
    }
    std::string const full = "notice.address_full";
    EXPECT_EQ(codes, (std::vector<std::string>{"", "", "", full, full, full}));
    EXPECT_EQ(settle(), 3) << "who was too late decides anew";
    std::size_t sent = 0;
    for (auto const& one : accepted) sent += notices_to(one.ticket, "a@customer.example").size();
    EXPECT_EQ(sent, 3u);
}

}  // namespace
}  // namespace lotse
