// SPDX-License-Identifier: Apache-2.0
#include "gate/e_process.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace lotse::gate {
namespace {

// Wealth as the definition says it, row by row and bet by bet.
double wealth_by_definition(double null_rate, std::vector<bool> const& rows) {
    std::vector<double> bets;
    for (double const share : {0.1, 0.2, 0.4, 0.6, 0.8, 0.95}) bets.push_back(share / null_rate);
    double sum = 0;
    for (double const bet : bets) {
        double wealth = 1;
        for (bool const right : rows) wealth *= 1 + bet * ((right ? 1.0 : 0.0) - null_rate);
        sum += wealth;
    }
    return sum / static_cast<double>(bets.size());
}

int rows_to_prove(double null_rate, double delta) {
    EProcess process(null_rate);
    while (process.log_peak() < -std::log(delta)) process.observe(true);
    return static_cast<int>(process.rows());
}

TEST(EProcess, IsTheMeanWealthOfItsBets) {
    std::mt19937_64 random(7);
    EProcess process(0.9);
    std::vector<bool> rows;
    for (int i = 0; i < 200; ++i) {
        rows.push_back(random() % 20 != 0);
        process.observe(rows.back());
        EXPECT_NEAR(process.log_wealth(), std::log(wealth_by_definition(0.9, rows)), 1e-9);
    }
}

TEST(EProcess, ProvesNinetyFivePercentByEightyFiveRightRows) { EXPECT_NEAR(rows_to_prove(0.95, 0.05), 85, 5); }

TEST(EProcess, IsFooledAtMostAsOftenAsStatedHoweverOftenOneLooks) {
    std::mt19937_64 random(11);
    std::bernoulli_distribution right(0.95);  // exactly what is to be beaten
    int fooled = 0;
    constexpr int kRuns = 600;
    for (int run = 0; run < kRuns; ++run) {
        EProcess process(0.95);
        for (int row = 0; row < 3'000; ++row) process.observe(right(random));
        fooled += process.log_peak() >= std::log(20.0) ? 1 : 0;
    }
    EXPECT_LE(fooled, kRuns * 7 / 100);
}

TEST(EProcess, SaysHowManyRowsAreMissing) {
    EProcess process(0.95);
    for (int i = 0; i < 40; ++i) process.observe(true);
    auto const missing = process.rows_until(std::log(20.0), 1);
    ASSERT_TRUE(missing);
    for (int i = 0; i < *missing - 1; ++i) process.observe(true);
    EXPECT_LT(process.log_peak(), std::log(20.0));
    process.observe(true);
    EXPECT_GE(process.log_peak(), std::log(20.0));
}

TEST(EProcess, SaysNeverWhereTheRateIsTooLow) { EXPECT_FALSE(EProcess(0.95).rows_until(std::log(20.0), 0.95)); }

TEST(EProcess, GoesOnFromItsState) {
    EProcess process(0.8);
    for (int i = 0; i < 50; ++i) process.observe(i % 9 != 0);
    auto again = EProcess::from(0.8, process.state());
    process.observe(true);
    again.observe(true);
    EXPECT_DOUBLE_EQ(process.log_wealth(), again.log_wealth());
    EXPECT_DOUBLE_EQ(process.log_peak(), again.log_peak());
}

}  // namespace
}  // namespace lotse::gate
