// SPDX-License-Identifier: Apache-2.0
#include "base/rate_interval.h"

#include <gtest/gtest.h>

namespace lotse {
namespace {

// 81 of 263: Newcombe 1998, table I.
TEST(RateInterval, GivesThePublishedFiguresOfWilson) {
    auto const interval = wilson(81, 263);
    EXPECT_NEAR(interval.low, 0.2553, 0.0001);
    EXPECT_NEAR(interval.high, 0.3662, 0.0001);
}

TEST(RateInterval, GivesThePublishedFiguresOfClopperAndPearson) {
    auto const interval = clopper_pearson(81, 263);
    EXPECT_NEAR(interval.low, 0.2527, 0.0001);
    EXPECT_NEAR(interval.high, 0.3676, 0.0001);
}

TEST(RateInterval, NeedsFiftyNineRightAnswersInARowForNinetyFivePercent) {
    EXPECT_LT(clopper_pearson(58, 58, 0.90).low, 0.95);
    EXPECT_GE(clopper_pearson(59, 59, 0.90).low, 0.95);
}

TEST(RateInterval, KnowsNothingWithoutRows) {
    EXPECT_EQ(wilson(0, 0).low, 0);
    EXPECT_EQ(wilson(0, 0).high, 1);
    EXPECT_EQ(clopper_pearson(0, 0).high, 1);
    EXPECT_EQ(clopper_pearson(0, 5).low, 0);
    EXPECT_EQ(clopper_pearson(5, 5).high, 1);
}

}  // namespace
}  // namespace lotse
