// SPDX-License-Identifier: Apache-2.0
#include "gate/proof.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace lotse::gate {
namespace {

// Scores evenly in [0, 1]; the chance to be right is the score, raised a little.
std::vector<Row> rows_of(std::size_t count, std::uint64_t seed, double lift = 0.3) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<Row> out;
    for (std::size_t i = 0; i < count; ++i) {
        double const score = unit(random);
        out.push_back({score, unit(random) < std::min(0.999, score + lift)});
    }
    return out;
}
double precision_from(double threshold, double lift = 0.3) {
    double sum = 0;
    int count = 0;
    for (double score = threshold; score < 1; score += 0.001) {
        sum += std::min(0.999, score + lift);
        ++count;
    }
    return sum / count;
}

TEST(Proof, EarnsNothingWithoutEvidence) {
    Proof const proof({0.95, 0.05}, {0.9, 0.5});
    EXPECT_FALSE(proof.earned());
    EXPECT_EQ(proof.accepted(), 0U);
}

TEST(Proof, AcceptsFromTheStrictestThresholdDownAndStopsAtTheFirstThatFails) {
    Proof proof({0.9, 0.05}, {0.2, 0.9, 0.5});
    // Above 0.9 always right; from 0.5 to 0.9 mostly wrong; below again always right.
    for (int i = 0; i < 200; ++i) {
        proof.observe({0.95, true});
        proof.observe({0.6, i % 3 == 0});
        for (int more = 0; more < 20; ++more) proof.observe({0.3, true});
    }
    EXPECT_EQ(proof.earned(), 0.9);
    EXPECT_EQ(proof.accepted(), 1U);
}

TEST(Proof, RarelyEarnsAThresholdThatIsNotGoodEnough) {
    int broken = 0;
    int earned = 0;
    constexpr int kRuns = 400;
    for (int run = 0; run < kRuns; ++run) {
        Target const target{0.95, 0.05};
        Proof proof(target, plan_thresholds(rows_of(1'000, static_cast<std::uint64_t>(run)), target));
        for (auto const& row : rows_of(1'500, 100'000 + static_cast<std::uint64_t>(run))) proof.observe(row);
        if (auto const from = proof.earned()) {
            ++earned;
            broken += precision_from(*from) < 0.95 ? 1 : 0;
        }
    }
    EXPECT_GT(earned, kRuns * 9 / 10);
    EXPECT_LE(broken, kRuns * 5 / 100);
}

TEST(Proof, SaysHowManyDecisionsAreMissing) {
    Proof proof({0.95, 0.05}, {0.5});
    for (int i = 0; i < 40; ++i) proof.observe({i % 2 == 0 ? 0.9 : 0.1, true});
    auto const missing = proof.decisions_needed();
    ASSERT_TRUE(missing);
    for (std::int64_t i = 0; i < *missing; ++i) proof.observe({i % 2 == 0 ? 0.9 : 0.1, true});
    EXPECT_TRUE(proof.earned());
    EXPECT_FALSE(proof.decisions_needed()) << "there is nothing left to prove";
}

TEST(PlanThresholds, BeginsWhereAProofIsExpectedSoonest) {
    Target const target{0.95, 0.05};
    auto const thresholds = plan_thresholds(rows_of(2'000, 3), target);
    ASSERT_FALSE(thresholds.empty());
    EXPECT_GT(precision_from(thresholds.front()), 0.95);
    EXPECT_LT(thresholds.front(), 0.97) << "so strict that evidence is rare";
    EXPECT_TRUE(std::is_sorted(thresholds.rbegin(), thresholds.rend()));
    EXPECT_LE(thresholds.size(), 20U);
}

TEST(PlanThresholds, TakesTheStrictestWhereNothingPromisesEnough) {
    std::vector<Row> rows;
    for (int i = 0; i < 100; ++i) rows.push_back({i / 100.0, i % 2 == 0});
    auto const thresholds = plan_thresholds(rows, {0.95, 0.05});
    ASSERT_EQ(thresholds.size(), 1U);
    EXPECT_NEAR(thresholds.front(), 0.80, 0.001);
}

TEST(PlanThresholds, HasNoneWithoutRows) { EXPECT_TRUE(plan_thresholds({}, {}).empty()); }

}  // namespace
}  // namespace lotse::gate
