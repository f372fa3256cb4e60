// SPDX-License-Identifier: Apache-2.0
#include "contract/support/samples.h"
#include "store/setup.h"
#include "store/ticket_facets.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class EntityKinds : public OnEachStore {
  protected:
    domain::EntityKind add(std::string name) {
        return must_have(write(
            [&](store::WriteTxn& txn) { return store::add_entity_kind(txn, {{}, 1, name, R"(\bPO-(\d{6})\b)"}); }));
    }
    std::vector<domain::EntityKind> all() {
        return must_have(read([](store::ReadTxn& txn) { return store::list_entity_kinds(txn); }));
    }
};
LOTSE_ON_EACH_STORE(EntityKinds);

TEST_P(EntityKinds, KeepsWhatWasSaid) {
    auto const first = add(kHostile);
    auto const second = add("Order");
    ASSERT_EQ(all().size(), 2U);
    EXPECT_EQ(all()[0].name, kHostile);
    EXPECT_EQ(all()[1].pattern, second.pattern);
    must_have(write([&](store::WriteTxn& txn) { return store::remove_entity_kind(txn, first.id); }));
    EXPECT_EQ(all().size(), 1U);
    auto const again = write([&](store::WriteTxn& txn) { return store::remove_entity_kind(txn, first.id); });
    EXPECT_EQ(again.error().code, "entity.missing");
}

TEST_P(EntityKinds, NamesAreTakenWhateverTheirCase) {
    add("Order");
    auto const other = write([](store::WriteTxn& txn) { return store::add_entity_kind(txn, {{}, 1, "oRDER", "x"}); });
    ASSERT_FALSE(other.has_value());
    EXPECT_EQ(other.error().code, "entity.name_taken");
    EXPECT_EQ(other.error().field, "/name");
}

TEST_P(EntityKinds, AnOldVersionChangesNothing) {
    auto kind = add("Order");
    kind.name = "Bestellung";
    auto changed = must_have(write([&](store::WriteTxn& txn) { return store::update_entity_kind(txn, kind); }));
    EXPECT_EQ(changed.version, 2);
    auto const late = write([&](store::WriteTxn& txn) { return store::update_entity_kind(txn, kind); });
    EXPECT_EQ(late.error().code, "entity.stale_version");
}

TEST_P(EntityKinds, AMoodIsAFacetUnlessItIsCalm) {
    auto ticket = a_ticket();
    auto const angry = store::sentiment_facet(domain::Sentiment::angry);
    EXPECT_TRUE(store::has_facets(ticket, {angry}));
    ticket.sentiment = domain::Sentiment::calm;
    EXPECT_FALSE(store::has_facets(ticket, {angry}));
}

}  // namespace
}  // namespace lotse::testing
