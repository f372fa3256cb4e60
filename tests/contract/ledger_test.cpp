// SPDX-License-Identifier: Apache-2.0
#include "store/ledger.h"

#include <algorithm>
#include <functional>

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::Outcome;
using domain::Prediction;

class Ledger : public OnEachStore {
  protected:
    domain::TicketId add_ticket() {
        return must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    Prediction add(domain::TicketId ticket, std::string value = "network", double score = 0.8125) {
        return must_have(write([&](store::WriteTxn& txn) {
            Prediction out;
            out.ticket = ticket;
            out.event = domain::EventId{7};
            out.field = "category";
            out.value = std::move(value);
            out.score = score;
            out.among = {"network", "email"};
            out.model = "linear-1";
            out.shown = domain::Shown::hidden;
            out.is_audit = true;
            out.made_at = instant(1'000);
            return store::add_prediction(txn, out);
        }));
    }
    void update(Prediction const& prediction) {
        must_have(write([&](store::WriteTxn& txn) { return store::update_prediction(txn, prediction); }));
    }
    std::vector<Prediction> of(domain::TicketId ticket) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_predictions(txn, ticket); }));
    }
    store::PredictionPage settled(std::string_view after, int limit) {
        return must_have(read([&](store::ReadTxn& txn) {
            return store::list_settled_predictions(txn, "category", "network", after, limit);
        }));
    }
};
LOTSE_ON_EACH_STORE(Ledger);

TEST_P(Ledger, KeepsAPredictionAsItWasMade) {
    auto const ticket = add_ticket();
    add(ticket);
    auto const kept = of(ticket);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].value, "network");
    EXPECT_EQ(kept[0].score, 0.8125);
    EXPECT_EQ(kept[0].among, (std::vector<std::string>{"network", "email"}));
    EXPECT_TRUE(kept[0].is_audit);
    EXPECT_EQ(kept[0].outcome, Outcome::open);
    EXPECT_FALSE(kept[0].decided_at);
}

TEST_P(Ledger, ListsWhatIsDecidedLongEnoughAndStillOpen) {
    auto const ticket = add_ticket();
    auto first = add(ticket);
    auto second = add(ticket);
    auto third = add(ticket);
    first.decided = second.decided = third.decided = "email";
    first.decided_at = instant(100);
    second.decided_at = instant(500);
    third.decided_at = instant(50);
    third.outcome = Outcome::wrong;
    for (auto const& one : {first, second, third}) update(one);
    auto const ripe =
        must_have(read([](store::ReadTxn& txn) { return store::list_ripe_predictions(txn, instant(500), 10); }));
    ASSERT_EQ(ripe.size(), 1U);
    EXPECT_EQ(ripe[0].id, first.id);
    EXPECT_EQ(ripe[0].decided, "email");
}

TEST_P(Ledger, PagesThroughEvidenceNewestFirst) {
    auto const ticket = add_ticket();
    for (int i = 0; i < 5; ++i) {
        auto one = add(ticket);
        one.outcome = Outcome::right;
        one.settled_at = instant(i < 3 ? 300 : 400);  // ties
        update(one);
    }
    add(ticket);           // not settled
    add(ticket, "email");  // another slice
    std::vector<std::int64_t> ids;
    std::string after;
    do {
        auto const page = settled(after, 2);
        for (auto const& one : page.items) ids.push_back(one.id.value);
        after = page.next;
    } while (!after.empty());
    EXPECT_EQ(ids, (std::vector<std::int64_t>{5, 4, 3, 2, 1}));
    auto const refused = read(
        [](store::ReadTxn& txn) { return store::list_settled_predictions(txn, "category", "network", "tomorrow", 2); });
    EXPECT_EQ(refused.error().code, "page.cursor");
}

TEST_P(Ledger, ReplacesASliceAndAppendsItsMoves) {
    for (int stage = 0; stage < 3; ++stage) {
        must_have(write([&](store::WriteTxn& txn) -> Result<void> {
            CHECK_OK(store::put_gate_slice(
                txn, {"category", "network", stage, "linear-1", instant(5), "{}", instant(10 + stage)}));
            store::GateMove move;
            move.field = "category";
            move.value = "network";
            move.to = stage;
            move.reason = "proven";
            move.evidence = "{}";
            return store::add_gate_move(txn, move);
        }));
    }
    auto const slices = must_have(read([](store::ReadTxn& txn) { return store::list_gate_slices(txn); }));
    ASSERT_EQ(slices.size(), 1U);
    EXPECT_EQ(slices[0].stage, 2);
    EXPECT_EQ(slices[0].since, instant(5));
    auto const moves =
        must_have(read([](store::ReadTxn& txn) { return store::list_gate_moves(txn, "category", "network", 2); }));
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[0].to, 2);
    EXPECT_TRUE(
        must_have(read([](store::ReadTxn& txn) { return store::list_gate_moves(txn, "type", "x", 2); })).empty());
}

TEST_P(Ledger, GuardsTheWishesOfAFieldByTheirVersion) {
    domain::GateField wish;
    wish.field = "category";
    wish.version = 0;
    wish.precision = 0.98;
    auto const put = [&](domain::GateField field) {
        return write([&](store::WriteTxn& txn) { return store::put_gate_field(txn, field); });
    };
    EXPECT_EQ(must_have(put(wish)).version, 1);
    EXPECT_EQ(put(wish).error().code, "gate.stale_version");
    wish.version = 1;
    wish.is_stopped = true;
    EXPECT_EQ(must_have(put(wish)).version, 2);
    auto const fields = must_have(read([](store::ReadTxn& txn) { return store::list_gate_fields(txn); }));
    ASSERT_EQ(fields.size(), 1U);
    EXPECT_EQ(fields[0].precision, 0.98);
    EXPECT_TRUE(fields[0].is_stopped);
}

TEST_P(Ledger, WalksAFieldNewestFirstInPages) {
    auto const ticket = add_ticket();
    for (int i = 0; i < 5; ++i) add(ticket);  // all at the same moment
    std::vector<std::int64_t> seen;
    std::optional<store::MadeBefore> before;
    for (;;) {
        auto const page = must_have(read([&](store::ReadTxn& txn) {
            return store::list_predictions_made(txn, "category", instant(1'000), before, 2);
        }));
        for (auto const& one : page) seen.push_back(one.id.value);
        if (page.size() < 2) break;
        before = store::MadeBefore{page.back().made_at, page.back().id};
    }
    ASSERT_EQ(seen.size(), 5U);
    EXPECT_TRUE(std::ranges::is_sorted(seen, std::greater<>()));
    auto const later = must_have(read(
        [](store::ReadTxn& txn) { return store::list_predictions_made(txn, "category", instant(1'001), {}, 10); }));
    EXPECT_TRUE(later.empty());
    auto const other = must_have(
        read([](store::ReadTxn& txn) { return store::list_predictions_made(txn, "type", instant(0), {}, 10); }));
    EXPECT_TRUE(other.empty());
}

}  // namespace
}  // namespace lotse::testing
