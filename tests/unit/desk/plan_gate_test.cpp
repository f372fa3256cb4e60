// SPDX-License-Identifier: Apache-2.0
#include "desk/plan_gate.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

// Half of them right, whatever the score: from such rows no threshold promises anything.
JsonObject rows_of(int count) {
    JsonArray rows;
    for (int i = 0; i < count; ++i) rows.push_back(JsonArray{Json(400 + i), Json(i % 2)});
    return {{"type", JsonObject{{"request", std::move(rows)}}}};
}

TEST(GatePlan, TakesTheUsualThresholdsWhereFewRowsTellNothing) {
    auto const usual = GatePlan{}.thresholds("type", "request", {});
    ASSERT_FALSE(usual.empty());
    EXPECT_EQ(usual.front(), 0.9) << "the strictest first";
    EXPECT_EQ(GatePlan::of(rows_of(19)).thresholds("type", "request", {}), usual);
}

TEST(GatePlan, PlansFromTheRowsOnceTheyTell) {
    auto const usual = GatePlan{}.thresholds("type", "request", {});
    EXPECT_NE(GatePlan::of(rows_of(60)).thresholds("type", "request", {}), usual);
    EXPECT_EQ(GatePlan::of(rows_of(60)).thresholds("type", "incident", {}), usual) << "of that value nothing is known";
}

}  // namespace
}  // namespace lotse::desk
