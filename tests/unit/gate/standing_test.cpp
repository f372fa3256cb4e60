// SPDX-License-Identifier: Apache-2.0
#include "gate/standing.h"

#include <gtest/gtest.h>

#include <random>

namespace lotse::gate {
namespace {

Standing proven() {
    auto standing = Standing::starting({0.95, 0.05}, {0.5});
    for (int i = 0; i < 150; ++i) {
        standing.observe_choice(0.9);
        standing.observe_blind({0.9, true, true});
    }
    standing.review(true);
    return standing;
}

TEST(Standing, IsShownWhenTheRightValueIsMostlyAmongThree) {
    auto standing = Standing::starting({0.95, 0.05}, {0.9});
    for (int i = 0; i < 100; ++i) standing.observe_blind({0.3, i % 2 == 0, i % 10 != 0});
    auto const move = standing.review(false);
    ASSERT_TRUE(move);
    EXPECT_EQ(move->to, Stage::suggest);
    EXPECT_EQ(move->reason, Reason::often_among_three);
}

TEST(Standing, ActsAloneOnlyWhenItIsProvenAndGranted) {
    auto standing = Standing::starting({0.95, 0.05}, {0.5});
    for (int i = 0; i < 150; ++i) standing.observe_blind({0.9, true, true});
    ASSERT_TRUE(standing.review(false));
    EXPECT_EQ(standing.stage, Stage::suggest);
    EXPECT_FALSE(standing.acts_from());
    auto const move = standing.review(true);
    ASSERT_TRUE(move);
    EXPECT_EQ(move->to, Stage::automatic);
    EXPECT_EQ(standing.acts_from(), 0.5);
}

TEST(Standing, LosesItsRightAndItsEvidenceWhenBlindDecisionsDiffer) {
    auto standing = proven();
    ASSERT_EQ(standing.stage, Stage::automatic);
    std::optional<Move> move;
    int rows = 0;
    for (; rows < 200 && !move; ++rows) {
        standing.observe_blind({0.9, rows % 5 != 0, true});  // 80 % right
        move = standing.review(true);
    }
    ASSERT_TRUE(move);
    EXPECT_EQ(move->to, Stage::suggest);
    EXPECT_EQ(move->reason, Reason::blind_decisions_differ);
    EXPECT_LT(rows, 120);
    EXPECT_EQ(standing.proof.rows(), 0);
    EXPECT_FALSE(standing.review(true)) << "the old evidence must not give the right back";
}

TEST(Standing, LosesItsRightWhenPeopleChangeItsActs) {
    auto standing = proven();
    std::optional<Move> move;
    for (int i = 0; i < 300 && !move; ++i) {
        standing.observe_act(i % 3 == 0);
        move = standing.review(true);
    }
    ASSERT_TRUE(move);
    EXPECT_EQ(move->reason, Reason::acts_are_changed);
}

TEST(Standing, LosesItsRightWhenScoresMove) {
    auto standing = proven();
    std::optional<Move> move;
    for (int i = 0; i < 300 && !move; ++i) {
        standing.observe_choice(0.55);
        move = standing.review(true);
    }
    ASSERT_TRUE(move);
    EXPECT_EQ(move->reason, Reason::scores_moved);
}

TEST(Standing, LosesItsRightWhenCorrectionsRise) {
    auto standing = Standing::starting({0.5, 0.05}, {0.1});  // a target so low that the watches stay silent
    for (int i = 0; i < 150; ++i) standing.observe_blind({0.9, true, true});
    standing.review(true);
    for (int i = 0; i < 200; ++i) standing.observe_act(i % 100 == 0);
    EXPECT_FALSE(standing.review(true));
    for (int i = 0; i < 50; ++i) standing.observe_act(i % 5 == 0);
    auto const move = standing.review(true);
    ASSERT_TRUE(move);
    EXPECT_EQ(move->reason, Reason::corrections_rose);
}

TEST(Standing, GoesBackToShadowWithAnotherModel) {
    auto standing = proven();
    auto const move = standing.withdraw(Reason::model_changed);
    ASSERT_TRUE(move);
    EXPECT_EQ(move->to, Stage::shadow);
    EXPECT_EQ(standing.blind, 0);
}

TEST(Standing, NamesItsStagesAndReasons) {
    for (auto const stage : {Stage::shadow, Stage::suggest, Stage::automatic})
        EXPECT_EQ(stage_from(name_of(stage)), stage);
    EXPECT_EQ(reason_from(name_of(Reason::scores_moved)), Reason::scores_moved);
    EXPECT_FALSE(stage_from("auto"));
}

TEST(DriftWatch, RarelyAlarmsWhileChoicesStayAboveTheTarget) {
    std::mt19937_64 random(5);
    std::bernoulli_distribution right(0.97);
    int alarmed = 0;
    for (int run = 0; run < 200; ++run) {
        DriftWatch watch(0.95);
        for (int row = 0; row < 5'000; ++row) watch.observe(right(random));
        alarmed += watch.is_alarmed() ? 1 : 0;
    }
    EXPECT_LE(alarmed, 10);
}

TEST(DriftWatch, NoticesAFallSoon) {
    std::mt19937_64 random(6);
    std::bernoulli_distribution good(0.97);
    std::bernoulli_distribution bad(0.80);
    double delays = 0;
    for (int run = 0; run < 100; ++run) {
        DriftWatch watch(0.95);
        for (int row = 0; row < 1'000; ++row) watch.observe(good(random));
        int delay = 0;
        while (!watch.is_alarmed() && delay < 2'000) {
            watch.observe(bad(random));
            ++delay;
        }
        delays += delay;
    }
    EXPECT_LT(delays / 100, 80);
}

}  // namespace
}  // namespace lotse::gate
