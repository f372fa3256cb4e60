// SPDX-License-Identifier: Apache-2.0
#include "store/breaches.h"

#include "contract/support/samples.h"
#include "store/renewals.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::BreachReason;
using domain::ClockKind;
using domain::Missed;

class Breaches : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        ticket_ = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, a_ticket()); })).id;
    }
    void set(std::vector<Missed> const& missed) {
        must_have(write([&](store::WriteTxn& txn) { return store::set_breaches(txn, ticket_, missed); }));
    }
    std::vector<domain::Breach> list() {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_breaches(txn, ticket_); }));
    }
    domain::TicketId ticket_;
};
LOTSE_ON_EACH_STORE(Breaches);

TEST_P(Breaches, AreWhatTheLogSaysAndKeepWhatSomebodyExplained) {
    Missed const reply{ClockKind::next_reply, minute(3)};
    Missed const news{ClockKind::update, minute(5)};
    set({reply, news});
    ASSERT_EQ(list().size(), 2U);
    EXPECT_EQ(list()[0].reason, BreachReason::none);
    domain::Breach said{ticket_, news.clock, news.due_at, BreachReason::other, kHostile, domain::AgentId{7}, minute(9)};
    must_have(write([&](store::WriteTxn& txn) { return store::explain_breach(txn, said); }));
    set({});
    ASSERT_EQ(list().size(), 1U) << "the other one was none after all";
    EXPECT_EQ(list()[0].remark, kHostile);
    EXPECT_EQ(list()[0].agent, domain::AgentId{7});
    EXPECT_EQ(list()[0].explained_at, minute(9));
    set({news});
    EXPECT_EQ(list()[0].reason, BreachReason::other) << "as it was said";
}

TEST_P(Breaches, OfAnotherDeskAreNotThere) {
    set({{ClockKind::handover, minute(1)}});
    auto const foreign =
        must_have(store().read(other_scope(), [&](store::ReadTxn& txn) { return store::list_breaches(txn, ticket_); }));
    EXPECT_TRUE(foreign.empty());
    domain::Breach const said{ticket_, ClockKind::update, minute(1), BreachReason::supplier, "", {}, {}};
    auto const missing = write([&](store::WriteTxn& txn) { return store::explain_breach(txn, said); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "breach.missing");
}

TEST_P(Breaches, ARenewalGoesOnFromItsPlaceAndBeginsAnewWhenAskedAgain) {
    auto const find = [&] { return must_have(read([](store::ReadTxn& txn) { return store::find_renewal(txn); })); };
    EXPECT_FALSE(find());
    must_have(write([](store::WriteTxn& txn) { return store::ask_renewal(txn, minute(1)); }));
    auto const first = *find();
    store::Renewal const next{first.asked_at, "1a0.5.6", 100, 40};
    EXPECT_TRUE(must_have(write([&](store::WriteTxn& txn) { return store::move_renewal(txn, first, next); })));
    EXPECT_FALSE(must_have(write([&](store::WriteTxn& txn) { return store::move_renewal(txn, first, next); })))
        << "somebody else was quicker";
    EXPECT_EQ(find()->after, next.after);
    EXPECT_EQ(find()->moved, 40);
    must_have(write([](store::WriteTxn& txn) { return store::ask_renewal(txn, minute(2)); }));
    EXPECT_EQ(find()->after, "");
    EXPECT_FALSE(must_have(write([&](store::WriteTxn& txn) { return store::end_renewal(txn, next); })));
    EXPECT_TRUE(must_have(write([&](store::WriteTxn& txn) { return store::end_renewal(txn, *find()); })));
    EXPECT_FALSE(find());
}

}  // namespace
}  // namespace lotse::testing
