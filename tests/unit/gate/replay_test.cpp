// SPDX-License-Identifier: Apache-2.0
#include "gate/replay.h"

#include <gtest/gtest.h>

#include <random>

namespace lotse::gate {
namespace {

std::vector<Choice> history(std::size_t count, double right, double judged, std::uint64_t seed = 1) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<Choice> out;
    for (std::size_t i = 0; i < count; ++i) {
        Choice one;
        one.score = 0.5 + 0.5 * uniform(random);
        one.is_judged = uniform(random) < judged;
        one.is_right = uniform(random) < right;
        one.is_among_three = true;
        out.push_back(one);
    }
    return out;
}

TEST(Curve, CountsWhatWouldHaveActedAndJudgesTheBlindAlone) {
    std::vector<Choice> const choices{{0.95, true, true, true, 0},
                                      {0.90, true, false, true, 0},
                                      {0.90, false, false, false, 0},
                                      {0.20, true, true, true, 0}};
    auto const curve = curve_of(choices, 8);
    auto const& at = curve[point_at(curve, 0.9)];
    EXPECT_EQ(at.acts, 3U);
    EXPECT_EQ(at.judged, 2U);
    EXPECT_EQ(at.right, 1U);
    EXPECT_DOUBLE_EQ(at.coverage, 3.0 / 8);
    EXPECT_LT(at.precision.low, 0.5);
    EXPECT_GT(at.precision.high, 0.5);
    EXPECT_EQ(curve[point_at(curve, 0.91)].acts, 1U);
    EXPECT_EQ(curve.front().acts, 4U);
    EXPECT_EQ(curve.back().acts, 0U);
}

TEST(Curve, NeverRisesWithTheThreshold) {
    auto const choices = history(500, 0.9, 0.3);
    auto const curve = curve_of(choices, 500);
    for (std::size_t i = 1; i < curve.size(); ++i) {
        EXPECT_LE(curve[i].acts, curve[i - 1].acts);
        EXPECT_GT(curve[i].threshold, curve[i - 1].threshold);
    }
}

TEST(Curve, FindsTheLowestThresholdThatHindsightAllows) {
    std::vector<Choice> choices;
    for (int i = 0; i < 100; ++i) choices.push_back({i / 100.0, true, i >= 60, true, 0});
    auto const curve = curve_of(choices, choices.size());
    auto const at = lowest_reaching(curve, 0.8);
    ASSERT_LT(at, curve.size());
    EXPECT_DOUBLE_EQ(curve[at].threshold, 0.5);
    EXPECT_EQ(lowest_reaching(curve_of({}, 0), 0.8), curve.size());
}

TEST(GateRun, ActsOnlyAfterItWasProvenAndNeverOnAMediocreSlice) {
    auto good = history(2'000, 0.995, 1);
    auto bad = history(2'000, 0.80, 1, 7);
    std::vector<Choice> both;
    for (std::size_t i = 0; i < good.size(); ++i) {
        both.push_back(good[i]);
        bad[i].slice = 1;
        both.push_back(bad[i]);
    }
    std::vector<std::vector<double>> const thresholds{{0.5}, {0.5}};
    auto const run = run_gate(both, thresholds, {0.95, 0.05});
    EXPECT_EQ(run.slices[0].stage, Stage::automatic);
    EXPECT_NE(run.slices[1].stage, Stage::automatic);
    EXPECT_EQ(run.slices[1].acts, 0U);
    EXPECT_GT(run.slices[0].acts, 1'500U);
    EXPECT_LT(run.slices[0].acts, 1'960U) << "about 85 decisions have to come first";
    EXPECT_EQ(run.automatic, 1);
    EXPECT_GE(run.precision.high, 0.95);
}

TEST(GateRun, AsksForMoreWhereMoreIsWished) {
    auto const choices = history(3'000, 0.985, 0.5);
    auto const mild = run_gate(choices, {{0.5}}, {0.90, 0.05});
    auto const strict = run_gate(choices, {{0.5}}, {0.98, 0.05});
    EXPECT_GT(mild.acts, strict.acts);
}

TEST(GateRun, OfNothingGrantsNothing) {
    auto const run = run_gate({}, {}, {});
    EXPECT_EQ(run.acts, 0U);
    EXPECT_EQ(run.automatic, 0);
    EXPECT_EQ(run.precision.low, 0);
}

}  // namespace
}  // namespace lotse::gate
