// SPDX-License-Identifier: Apache-2.0
#include "store/replays.h"

#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::ReplayState;

class Replays : public OnEachStore {
  protected:
    domain::ReplayJob ask(int days, std::int64_t at = 1'000) {
        return must_have(write([&](store::WriteTxn& txn) {
            domain::ReplayQuestion question;
            question.days = days;
            question.model = "linear-1";
            return store::add_replay(txn, question, instant(at));
        }));
    }
    std::optional<domain::ReplayJob> found(int days, std::int64_t since) {
        return must_have(read([&](store::ReadTxn& txn) {
            domain::ReplayQuestion question;
            question.days = days;
            question.model = "linear-1";
            return store::find_replay(txn, question, instant(since));
        }));
    }
    std::optional<domain::ReplayJob> next() {
        return must_have(read([](store::ReadTxn& txn) { return store::next_replay(txn); }));
    }
};
LOTSE_ON_EACH_STORE(Replays);

TEST_P(Replays, WaitInTheirOrderAndAreAnsweredOnce) {
    auto const first = ask(30);
    auto const second = ask(90);
    EXPECT_EQ(next()->id, first.id);
    EXPECT_EQ(next()->question.model, "linear-1");
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::note_replay_progress(txn, first.id, 40));
        return store::finish_replay(txn, first.id, ReplayState::done, "{\"a\":1}", instant(2'000));
    }));
    must_have(write([&](store::WriteTxn& txn) {
        return store::finish_replay(txn, first.id, ReplayState::failed, "{}", instant(3'000));
    }));
    auto const answered = found(30, 0);
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->state, ReplayState::done);
    EXPECT_EQ(answered->answer, "{\"a\":1}");
    EXPECT_EQ(answered->finished_at, instant(2'000));
    EXPECT_EQ(next()->id, second.id);
}

TEST_P(Replays, AreFoundByTheirQuestionWhileTheyWaitOrAreFresh) {
    auto const job = ask(30);
    EXPECT_EQ(found(30, 9'000)->id, job.id) << "it waits";
    EXPECT_FALSE(found(31, 0));
    must_have(write([&](store::WriteTxn& txn) {
        return store::finish_replay(txn, job.id, ReplayState::done, "{}", instant(2'000));
    }));
    EXPECT_TRUE(found(30, 1'000));
    EXPECT_FALSE(found(30, 1'001));
}

TEST_P(Replays, KeepTheNewestFifty) {
    for (int i = 1; i <= 60; ++i) ask(i);
    EXPECT_FALSE(found(10, 0));
    EXPECT_TRUE(found(11, 0));
}

}  // namespace
}  // namespace lotse::testing
