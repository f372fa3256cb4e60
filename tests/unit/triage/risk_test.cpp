// SPDX-License-Identifier: Apache-2.0
#include "triage/risk.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lotse::triage {
namespace {

using domain::Risk;

// SplitMix64: the same world on every machine.
std::uint64_t next(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}
double unit(std::uint64_t& state) { return static_cast<double>(next(state) >> 11) * 0x1.0p-53; }

// Urgent tickets of a crowded queue miss their target in 60 of 100, all others in 10.
std::vector<RiskExample> world(std::size_t count, std::uint64_t seed) {
    std::vector<RiskExample> out;
    for (std::size_t i = 0; i < count; ++i) {
        bool const is_urgent = unit(seed) < 0.4;
        bool const is_crowded = unit(seed) < 0.5;
        bool const came = unit(seed) < (is_urgent && is_crowded ? 0.6 : 0.1);
        out.push_back({{{"priority", is_urgent ? "urgent" : "normal"},
                        {"queue", is_crowded ? "1" : "2"},
                        {"noise", std::to_string(next(seed) % 20)}},
                       {came, std::nullopt, unit(seed) < 0.01}});
    }
    return out;
}

TEST(RiskModel, StatesChancesThatCome) {
    auto const model = RiskModel::fit(world(4000, 1));
    double said = 0;
    double came = 0;
    double high = 0;
    double high_came = 0;
    for (auto const& one : world(4000, 2)) {
        auto const figure = model.judge(Risk::breach, one.facts);
        ASSERT_TRUE(figure.is_known);
        said += figure.chance;
        came += *one.came[0] ? 1 : 0;
        if (figure.chance < 0.4) continue;
        high += 1;
        high_came += *one.came[0] ? 1 : 0;
    }
    EXPECT_NEAR(said / 4000, came / 4000, 0.03) << "right on average";
    ASSERT_GT(high, 400);
    EXPECT_NEAR(high_came / high, 0.6, 0.1) << "and where it is high";
}

TEST(RiskModel, SaysNothingBelowTheLeastHistory) {
    auto const model = RiskModel::fit(world(kLeastTickets - 1, 3));
    auto const figure = model.judge(Risk::breach, {{"priority", "urgent"}});
    EXPECT_FALSE(figure.is_known);
    EXPECT_EQ(figure.tickets, kLeastTickets - 1);
    EXPECT_FALSE(RiskModel::fit({}).judge(Risk::reassign, {}).is_known);
}

TEST(RiskModel, SaysNothingWithTooFewCasesOrUnknownOutcomes) {
    auto const model = RiskModel::fit(world(1000, 4));
    EXPECT_FALSE(model.judge(Risk::reassign, {}).is_known) << "one in a hundred of a thousand";
    EXPECT_EQ(model.judge(Risk::reopen, {}).tickets, 0U) << "nobody knows whether these came back";
}

TEST(RiskModel, SaysNothingWhereItIsNoBetterThanChance) {
    int said = 0;
    for (std::uint64_t seed = 6; seed < 46; ++seed) {
        auto rows = world(600, seed);
        auto state = seed * 1000;
        for (auto& row : rows) row.came[0] = unit(state) < 0.2;
        auto const figure = RiskModel::fit(rows).judge(Risk::breach, {{"priority", "urgent"}});
        said += figure.is_known ? 1 : 0;
        EXPECT_NE(figure.is_known, figure.is_guess);
        EXPECT_EQ(figure.tickets, 600U);
    }
    EXPECT_LE(said, 4) << "of 40 worlds without any sign; one in 40 passes by chance";
}

TEST(RiskModel, KeepsTheReasonWhenSaved) {
    auto rows = world(600, 9);
    std::uint64_t seed = 10;
    for (auto& row : rows) row.came[0] = unit(seed) < 0.2;
    auto const again = RiskModel::load(RiskModel::fit(rows).save());
    ASSERT_TRUE(again.has_value());
    EXPECT_TRUE(again->judge(Risk::breach, {}).is_guess);
}

TEST(RiskModel, SavesAndLoads) {
    auto const model = RiskModel::fit(world(1000, 8));
    auto const again = RiskModel::load(model.save());
    ASSERT_TRUE(again.has_value());
    RiskFacts const facts{{"priority", "urgent"}, {"queue", "1"}};
    EXPECT_DOUBLE_EQ(again->judge(Risk::breach, facts).chance, model.judge(Risk::breach, facts).chance);
    EXPECT_EQ(RiskModel::load("{}").error().code, "model.damaged");
    EXPECT_EQ(RiskModel::load("\x01\x02").error().code, "model.damaged");
}

TEST(StepOf, DoublesWithEachStep) {
    EXPECT_EQ(step_of(0), "0");
    EXPECT_EQ(step_of(1), "1");
    EXPECT_EQ(step_of(3), "2");
    EXPECT_EQ(step_of(9), "8");
    EXPECT_EQ(step_of(-1), "");
}

}  // namespace
}  // namespace lotse::triage
