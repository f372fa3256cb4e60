// SPDX-License-Identifier: Apache-2.0
// Against curves computed by hand, the remission times of Freireich et al. (1963) among them: the textbook example that
// every statistics package prints.
#include "insight/survival.h"

#include <gtest/gtest.h>

namespace lotse::insight {
namespace {

Exposure ended(double at) { return {.left = at, .has_ended = true}; }
Exposure open_at(double at) { return {.left = at}; }

Survival remissions() {
    std::vector<Exposure> cases;
    for (double const at : {6, 6, 6, 7, 10, 13, 16, 22, 23}) cases.push_back(ended(at));
    for (double const at : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}) cases.push_back(open_at(at));
    return Survival::estimate(std::move(cases));
}

TEST(Survival, GivesThePublishedCurveOfTheRemissionTimes) {
    auto const curve = remissions();
    ASSERT_EQ(curve.steps().size(), 7U);
    EXPECT_NEAR(curve.beyond(6), 0.8571, 5e-5);
    EXPECT_NEAR(curve.beyond(7), 0.8067, 5e-5);
    EXPECT_NEAR(curve.beyond(10), 0.7529, 5e-5);
    EXPECT_NEAR(curve.beyond(13), 0.6902, 5e-5);
    EXPECT_NEAR(curve.beyond(16), 0.6275, 5e-5);
    EXPECT_NEAR(curve.beyond(22), 0.5378, 5e-5);
    EXPECT_NEAR(curve.beyond(23), 0.4482, 5e-5);
    EXPECT_EQ(curve.quantile(0.5), 23) << "the published median";
    EXPECT_EQ(curve.quantile(0.9), std::nullopt) << "nobody was watched for so long";
}

TEST(Survival, WithoutOpenCasesIsTheShareThatLastedLonger) {
    auto const curve = Survival::estimate({ended(4), ended(1), ended(3), ended(2)});
    EXPECT_DOUBLE_EQ(curve.beyond(0.5), 1);
    EXPECT_DOUBLE_EQ(curve.beyond(1), 0.75);
    EXPECT_DOUBLE_EQ(curve.beyond(3.9), 0.25);
    EXPECT_DOUBLE_EQ(curve.beyond(4), 0);
    EXPECT_EQ(curve.quantile(0.5), 2);
    EXPECT_EQ(curve.quantile(0.75), 3);
    EXPECT_EQ(curve.quantile(0.76), 4);
}

// By hand: at 1 one of three ends (2/3); at 2 the open one leaves after that moment's end (of two, one ends: 1/3).
TEST(Survival, CountsWhatLeavesAtTheMomentOfAnEndAsStillThere) {
    auto const curve = Survival::estimate({ended(1), ended(2), open_at(2)});
    EXPECT_DOUBLE_EQ(curve.beyond(1), 2.0 / 3);
    EXPECT_DOUBLE_EQ(curve.beyond(2), 1.0 / 3);
}

// By hand: until 5 there is one at risk besides; the late one joins at 2 and is no survivor of the end at 1.
TEST(Survival, TakesThoseWhoCameLateForAtRiskFromThenOnOnly) {
    auto const curve = Survival::estimate(
        {ended(1), ended(5), {.entered = 2, .left = 3, .has_ended = true}, {.entered = 2, .left = 6}});
    EXPECT_DOUBLE_EQ(curve.beyond(1), 0.5);  // one of two
    EXPECT_DOUBLE_EQ(curve.beyond(3), 0.5 * 2 / 3);  // one of three
    EXPECT_DOUBLE_EQ(curve.beyond(5), 0.5 * 2 / 3 / 2);  // one of two
}

TEST(Survival, CountsAWeightOfTwoAsTwoOfThem) {
    auto const weighted = Survival::estimate(
        {{.left = 1, .has_ended = true, .weight = 2}, {.left = 2, .has_ended = true, .weight = 1}, open_at(3)});
    auto const plain = Survival::estimate({ended(1), ended(1), ended(2), open_at(3)});
    ASSERT_EQ(weighted.steps().size(), plain.steps().size());
    for (double const at : {1.0, 2.0}) EXPECT_NEAR(weighted.beyond(at), plain.beyond(at), 1e-12);
}

TEST(Survival, SaysNothingWithoutEnds) {
    EXPECT_EQ(Survival::estimate({}).quantile(0.5), std::nullopt);
    auto const open = Survival::estimate({open_at(3), open_at(5)});
    EXPECT_DOUBLE_EQ(open.beyond(10), 1);
    EXPECT_EQ(open.quantile(0.1), std::nullopt);
    auto const one = Survival::estimate({ended(3)});
    EXPECT_EQ(one.quantile(0.5), 3);
    EXPECT_EQ(one.quantile_beyond(0.5, 3), std::nullopt) << "longer than anything seen";
    EXPECT_TRUE(Survival::estimate({{.entered = 4, .left = 3, .has_ended = true}}).steps().empty());
}

// Of ten that end at 1 to 10, those beyond 4 are six; 90 % of them have ended by 10, half by 7.
TEST(Survival, JudgesWhatHasLastedByThoseThatLastedAsLong) {
    std::vector<Exposure> cases;
    for (int at = 1; at <= 10; ++at) cases.push_back(ended(at));
    auto const curve = Survival::estimate(std::move(cases));
    EXPECT_EQ(curve.quantile_beyond(0.9, 4), 10);
    EXPECT_EQ(curve.quantile_beyond(0.5, 4), 7);
    EXPECT_EQ(curve.quantile_beyond(0.5, -1), curve.quantile(0.5));
}

TEST(Survival, IsNeverEarlierWhenThinned) {
    std::vector<Exposure> cases;
    for (int at = 1; at <= 1000; ++at) cases.push_back(ended(at));
    auto const curve = Survival::estimate(std::move(cases));
    auto const thin = curve.thinned(50);
    EXPECT_LE(thin.steps().size(), 52U);
    for (int share = 1; share < 100; ++share) {
        EXPECT_GE(*thin.quantile(share / 100.0), *curve.quantile(share / 100.0));
        EXPECT_LE(*thin.quantile(share / 100.0), *curve.quantile(share / 100.0) + 20);
    }
}

TEST(Survival, ReadsOnlyCurvesThatFall) {
    EXPECT_TRUE(Survival::from({{1, 0.8}, {2, 0.2}}).has_value());
    EXPECT_FALSE(Survival::from({{1, 0.2}, {2, 0.8}}).has_value());
    EXPECT_FALSE(Survival::from({{2, 0.8}, {1, 0.2}}).has_value());
    EXPECT_FALSE(Survival::from({{1, 1.5}}).has_value());
    EXPECT_FALSE(Survival::from({{std::numeric_limits<double>::quiet_NaN(), 0.5}}).has_value());
}

}  // namespace
}  // namespace lotse::insight
