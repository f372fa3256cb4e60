// SPDX-License-Identifier: Apache-2.0
#include "triage/calibration.h"

#include <gtest/gtest.h>

#include <cmath>

#include "triage/hash.h"

namespace lotse::triage {
namespace {

double uniform(std::uint64_t& state) {
    state = hash_end(state + 0x9e3779b97f4a7c15ULL);
    return static_cast<double>(state >> 11) / 9007199254740992.0;
}

// Labels drawn from softmax(scores / 2.5): the temperature must be found again.
TEST(FitTemperature, FindsTheTemperatureThatMadeTheData) {
    std::uint64_t state = 7;
    std::vector<HeldOut> examples;
    for (int i = 0; i < 4000; ++i) {
        HeldOut example;
        for (int k = 0; k < 5; ++k) example.scores.push_back(static_cast<float>(8 * uniform(state) - 4));
        auto const chances = softmax(example.scores, 2.5);
        double drawn = uniform(state);
        for (example.truth = 0; example.truth < 4 && drawn >= chances[example.truth]; ++example.truth)
            drawn -= chances[example.truth];
        examples.push_back(example);
    }
    EXPECT_NEAR(fit_temperature(examples), 2.5, 0.2);
}

TEST(FitTemperature, StaysAtOneForAHandfulOfExamples) {
    std::vector<HeldOut> const few(19, HeldOut{{1.0F, 0.0F}, 1});
    EXPECT_EQ(fit_temperature(few), 1);
}

TEST(Softmax, SurvivesHugeAndExcludedScores) {
    std::vector<float> const scores{1e30F, -3e38F, 0};
    auto const chances = softmax(scores, 0.02);
    EXPECT_NEAR(chances[0], 1, 1e-12);
    EXPECT_EQ(chances[1], 0);
}

TEST(ExpectedCalibrationError, IsTheGapBetweenStatedAndTrue) {
    std::vector<Judged> judged;
    for (int i = 0; i < 100; ++i) judged.push_back({0.9, i < 60});
    EXPECT_NEAR(expected_calibration_error(judged), 0.3, 1e-9);
    EXPECT_EQ(expected_calibration_error({}), 0);
}

}  // namespace
}  // namespace lotse::triage
