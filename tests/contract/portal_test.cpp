// SPDX-License-Identifier: Apache-2.0
// Customers' links and sessions, surveys.
#include "contract/support/samples.h"
#include "store/customer_access.h"
#include "store/customers.h"
#include "store/surveys.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Portal : public OnEachStore {
  protected:
    std::optional<std::string> use(std::string_view hash, int now) {
        return must_have(write([&](store::WriteTxn& txn) { return store::use_customer_link(txn, hash, minute(now)); }));
    }
};
LOTSE_ON_EACH_STORE(Portal);

TEST_P(Portal, LetsALinkBeUsedOnceAndInTimeOnly) {
    std::string const hash(32, '\x81');
    must_have(
        write([&](store::WriteTxn& txn) { return store::add_customer_link(txn, hash, "a@b.example", minute(60)); }));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::find_customer_link(txn, hash, minute(1)); })),
              "a@b.example");
    EXPECT_FALSE(use(hash, 60)) << "too late";
    EXPECT_FALSE(use(std::string(32, '\x82'), 1)) << "another";
    EXPECT_FALSE(must_have(store().write(
        other_scope(), [&](store::WriteTxn& txn) { return store::use_customer_link(txn, hash, minute(1)); })));
    EXPECT_EQ(use(hash, 59), "a@b.example");
    EXPECT_FALSE(use(hash, 59)) << "used";
}

TEST_P(Portal, OpensAndEndsSessionsOfCustomers) {
    domain::Customer wanted;
    wanted.email = "a@b.example";
    auto const customer = must_have(write([&](store::WriteTxn& txn) { return store::add_customer(txn, wanted); }));
    std::string const hash(32, '\0');
    auto const find = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_customer_session(txn, hash); }));
    };
    EXPECT_FALSE(find());
    must_have(write([&](store::WriteTxn& txn) {
        return store::add_customer_session(txn, {hash, customer.id, "a@b.example", minute(1), minute(1), minute(90)});
    }));
    must_have(write([&](store::WriteTxn& txn) { return store::touch_customer_session(txn, hash, minute(7)); }));
    auto const found = find();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->customer, customer.id);
    EXPECT_EQ(found->email, "a@b.example");
    EXPECT_EQ(found->created_at, minute(1));
    EXPECT_EQ(found->last_seen_at, minute(7));
    EXPECT_EQ(found->expires_at, minute(90));
    must_have(write([&](store::WriteTxn& txn) { return store::forget_customer_access(txn, minute(89)); }));
    EXPECT_TRUE(find());
    must_have(write([&](store::WriteTxn& txn) { return store::forget_customer_access(txn, minute(90)); }));
    EXPECT_FALSE(find());
}

TEST_P(Portal, KeepsTheLastWordOfASurvey) {
    auto const ticket = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    auto const find = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_survey(txn, ticket); }));
    };
    EXPECT_FALSE(find());
    for (int score : {5, 1})
        must_have(write(
            [&](store::WriteTxn& txn) { return store::put_survey(txn, {ticket, score, kHostile, minute(score)}); }));
    auto const found = find();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->score, 1);
    EXPECT_EQ(found->comment, kHostile);
    EXPECT_EQ(found->at, minute(1));
}

}  // namespace
}  // namespace lotse::testing
