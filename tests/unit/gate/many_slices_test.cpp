// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cmath>

#include "gate/agreement.h"
#include "gate/discoveries.h"
#include "gate/stability.h"

namespace lotse::gate {
namespace {

TEST(Discoveries, GrantTheLargestSetThatItsSmallestMemberPaysFor) {
    // 4 slices, q = 5 %: one alone needs 80, two need 40 each.
    std::vector<double> const e{std::log(79.0), 0, 0, 0};
    EXPECT_FALSE(discoveries(e)[0]);
    std::vector<double> const two{std::log(41.0), std::log(45.0), 0, 0};
    EXPECT_EQ(discoveries(two), (std::vector<bool>{true, true, false, false}));
}

TEST(Discoveries, GrantNothingOfNothing) { EXPECT_TRUE(discoveries({}).empty()); }

TEST(PopulationStability, IsSmallForTheSameAndLargeForAnotherWorld) {
    ScoreSpread then;
    ScoreSpread same;
    ScoreSpread other;
    for (int i = 0; i < 1'000; ++i) {
        then.add((i % 100) / 100.0);
        same.add((i * 7 % 100) / 100.0);
        other.add((i % 30) / 100.0);
    }
    EXPECT_LT(population_stability(then, same), 0.02);
    EXPECT_GT(population_stability(then, other), kUnstable);
}

TEST(PopulationStability, SaysNothingOfFewRows) {
    ScoreSpread then;
    ScoreSpread now;
    for (int i = 0; i < 1'000; ++i) then.add(0.1);
    for (int i = 0; i < 99; ++i) now.add(0.9);
    EXPECT_EQ(population_stability(then, now), 0);
}

TEST(Corrections, AreUnusualOnlyWhenTheyRiseBeyondChance) {
    EXPECT_TRUE(are_unusual({1'000, 10}, {100, 12}));
    EXPECT_FALSE(are_unusual({1'000, 10}, {100, 3}));
    EXPECT_FALSE(are_unusual({1'000, 10}, {10, 1})) << "one of ten is chance";
    EXPECT_FALSE(are_unusual({}, {}));
}

TEST(Agreement, GivesScottsPi) {
    std::vector<TwoChoices> pairs;
    for (int i = 0; i < 45; ++i) pairs.push_back({"yes", "yes"});
    for (int i = 0; i < 15; ++i) pairs.push_back({"yes", "no"});
    for (int i = 0; i < 25; ++i) pairs.push_back({"no", "yes"});
    for (int i = 0; i < 15; ++i) pairs.push_back({"no", "no"});
    auto const agreement = agreement_of(pairs);
    EXPECT_EQ(agreement.pairs, 100U);
    EXPECT_EQ(agreement.agreeing, 60U);
    // expected by chance 0.65^2 + 0.35^2
    EXPECT_NEAR(agreement.beyond_chance, (0.60 - 0.545) / (1 - 0.545), 1e-9);
    EXPECT_LT(agreement.interval.low, 0.6);
}

TEST(Agreement, IsFullWhenThereIsOneValueOnly) {
    std::vector<TwoChoices> const pairs{{"a", "a"}, {"a", "a"}};
    EXPECT_EQ(agreement_of(pairs).beyond_chance, 1);
}

}  // namespace
}  // namespace lotse::gate
