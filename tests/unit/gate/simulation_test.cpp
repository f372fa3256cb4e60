// SPDX-License-Identifier: Apache-2.0
#include "gate/simulation.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace lotse::gate {
namespace {

std::vector<Row> rows_of(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> unit(0, 1);
    std::vector<Row> out;
    for (std::size_t i = 0; i < count; ++i) {
        double const score = unit(random);
        out.push_back({score, unit(random) < 0.7 + 0.3 * score});
    }
    return out;
}

TEST(Simulate, ShowsThatTheGateKeepsItsWordWhereASliderDoesNot) {
    auto const result = simulate(rows_of(2'000, 1), rows_of(3'000, 2), {{0.95, 0.05}, 1'500, 200, 3});
    EXPECT_EQ(result.splits, 200);
    EXPECT_EQ(result.evidence_rows, 1'500U);
    EXPECT_LE(result.gate.broken, 10);
    EXPECT_GT(result.slider.broken, 40);
    EXPECT_GT(result.gate.coverage, 0);
    EXPECT_LE(result.gate.coverage, result.oracle_coverage);
}

TEST(Simulate, GivesTheSameFiguresForTheSameSeed) {
    auto const once = simulate(rows_of(500, 1), rows_of(800, 2), {{0.9, 0.05}, 400, 50, 3});
    auto const again = simulate(rows_of(500, 1), rows_of(800, 2), {{0.9, 0.05}, 400, 50, 3});
    EXPECT_EQ(once.gate.coverage, again.gate.coverage);
    EXPECT_EQ(once.slider.broken, again.slider.broken);
}

TEST(Simulate, HasNothingToSayWithoutRows) {
    EXPECT_EQ(simulate({}, {}, {}).splits, 0);
    EXPECT_EQ(simulate({}, rows_of(10, 1), {}).gate.acting, 0);
}

}  // namespace
}  // namespace lotse::gate
