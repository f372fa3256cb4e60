// SPDX-License-Identifier: Apache-2.0
#include "store/letters.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Letters : public OnEachStore {
  protected:
    store::LetterId add(std::string to, Instant created = minute(0)) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<store::LetterId> {
            store::Letter letter;
            TRY(letter.id, store::next_letter_id(txn));
            letter.kind = store::LetterKind::invitation;
            letter.created_at = created;
            letter.expires_at = created + std::chrono::hours{1};
            letter.from_name = "Hafen";
            letter.to_name = kHostile;
            letter.to_address = std::move(to);
            letter.language = "pl";
            letter.message_id = "letter.x@desk.example";
            letter.subject = "Zażółć";
            letter.text = Secret<std::string>(std::string("sealed\0bytes", 12));
            CHECK_OK(store::add_letter(txn, letter));
            return letter.id;
        }));
    }
    std::vector<store::Letter> claim(Instant now, int limit = 10) {
        return must_have(write([&](store::WriteTxn& txn) {
            return store::claim_letters(txn, now, now + std::chrono::minutes{5}, limit);
        }));
    }
    void fail(store::LetterId id, std::optional<Instant> next) {
        must_have(write([&](store::WriteTxn& txn) { return store::mark_letter_failed(txn, id, kHostile, next); }));
    }
    std::optional<Instant> next_at() {
        return must_have(read([](store::ReadTxn& txn) { return store::next_letter_at(txn); }));
    }
    std::vector<store::DeadLetter> dead(store::LetterId before = {}, int limit = 10) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_dead_letters(txn, before, limit); }));
    }
    store::LetterCounts counts() {
        return must_have(read([](store::ReadTxn& txn) { return store::count_letters(txn); }));
    }
};
LOTSE_ON_EACH_STORE(Letters);

TEST_P(Letters, ComeBackAsTheyWereWritten) {
    auto const id = add("ola@customer.example");
    auto const claimed = claim(minute(1));
    ASSERT_EQ(claimed.size(), 1U);
    auto const& letter = claimed.front();
    EXPECT_EQ(letter.id, id);
    EXPECT_EQ(letter.kind, store::LetterKind::invitation);
    EXPECT_EQ(letter.tries, 0);
    EXPECT_EQ(letter.created_at, minute(0));
    EXPECT_EQ(letter.expires_at, minute(60));
    EXPECT_EQ(letter.from_name, "Hafen");
    EXPECT_EQ(letter.to_name, kHostile);
    EXPECT_EQ(letter.to_address, "ola@customer.example");
    EXPECT_EQ(letter.language, "pl");
    EXPECT_EQ(letter.subject, "Zażółć");
    EXPECT_EQ(letter.text.reveal(), std::string("sealed\0bytes", 12));
}

TEST_P(Letters, BelongToOneWorkerUntilItsLeaseEnds) {
    add("a@x.example");
    EXPECT_EQ(next_at(), minute(0));
    EXPECT_EQ(claim(minute(1)).size(), 1U);
    EXPECT_TRUE(claim(minute(2)).empty());
    EXPECT_EQ(next_at(), minute(6));
    EXPECT_EQ(claim(minute(6)).size(), 1U) << "that worker died";
}

TEST_P(Letters, AreTakenOldestFirstAndAsManyAsWanted) {
    auto const second = add("b@x.example", minute(2));
    auto const first = add("a@x.example", minute(1));
    add("c@x.example", minute(30));
    auto const one = claim(minute(3), 1);
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(one.front().id, first);
    auto const rest = claim(minute(3));
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest.front().id, second);
}

TEST_P(Letters, AreGoneOnceSent) {
    auto const id = add("a@x.example");
    claim(minute(0));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_letter(txn, id); }));
    EXPECT_TRUE(claim(minute(500)).empty());
    EXPECT_FALSE(next_at());
    EXPECT_EQ(counts().waiting, 0);
    fail(id, minute(1));
    EXPECT_EQ(counts().waiting, 0) << "one that is gone stays gone";
}

TEST_P(Letters, WaitForTheirNextTryAndCountTheTries) {
    auto const id = add("a@x.example");
    claim(minute(0));
    fail(id, minute(10));
    EXPECT_TRUE(claim(minute(9)).empty());
    auto const again = claim(minute(10));
    ASSERT_EQ(again.size(), 1U);
    EXPECT_EQ(again.front().tries, 1);
    EXPECT_EQ(counts().waiting, 1);
    EXPECT_TRUE(dead().empty());
}

TEST_P(Letters, ThatAreGivenUpAreListedWithoutTheirTextUntilForgotten) {
    auto const first = add("a@x.example", minute(0));
    auto const second = add("b@x.example", minute(5));
    fail(first, std::nullopt);
    fail(second, std::nullopt);
    EXPECT_TRUE(claim(minute(500)).empty());
    EXPECT_EQ(counts().dead, 2);
    auto const list = dead();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].id, second);
    EXPECT_EQ(list[1].id, first);
    EXPECT_EQ(list[1].why, kHostile);
    EXPECT_EQ(list[1].tries, 1);
    EXPECT_EQ(list[1].kind, store::LetterKind::invitation);
    EXPECT_EQ(dead(second).size(), 1U);
    EXPECT_EQ(dead({}, 1).size(), 1U);
    std::size_t text = 1;
    must_have(read([&](store::ReadTxn& txn) {
        return txn.each("SELECT text FROM letter WHERE tenant_id = :tenant AND id = ?1", {first},
                        [&](store::Row const& row) { text = row.bytes(0).size(); });
    }));
    EXPECT_EQ(text, 0U);
    must_have(write([&](store::WriteTxn& txn) { return store::forget_letters(txn, minute(5)); }));
    ASSERT_EQ(dead().size(), 1U);
    EXPECT_EQ(dead().front().id, second);
}

TEST_P(Letters, OfOneDeskAreNotAnothers) {
    add("a@x.example");
    auto const found = must_have(store().write(
        other_scope(), [](store::WriteTxn& txn) { return store::claim_letters(txn, minute(9), minute(14), 10); }));
    EXPECT_TRUE(found.empty());
}

}  // namespace
}  // namespace lotse::testing
