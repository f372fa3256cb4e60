// SPDX-License-Identifier: Apache-2.0
#include "desk/gate_state.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

TEST(GateState, KeepsAStandingAsItIs) {
    auto standing = gate::Standing::starting({0.9, 0.02}, {0.5, 0.9});
    for (int i = 0; i < 120; ++i) {
        standing.observe_choice(0.95);
        standing.observe_blind({0.95, true, true});
    }
    ASSERT_TRUE(standing.review(true));
    for (int i = 0; i < 260; ++i) standing.observe_act(i % 40 == 0);
    standing.observe_blind({0.95, false, true});
    auto again = standing_from(to_text(standing));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(to_text(*again), to_text(standing));
    EXPECT_EQ(again->acts_from(), standing.acts_from());
    EXPECT_EQ(again->proof.decisions_needed(), standing.proof.decisions_needed());
    EXPECT_DOUBLE_EQ(again->blind_watch.level(), standing.blind_watch.level());
}

TEST(GateState, RefusesWhatItDidNotWrite) {
    for (auto const* text : {"", "[]", "{}", "{\"stage\": \"auto\"}", "{\"stage\": 3}"})
        EXPECT_FALSE(standing_from(text).has_value()) << text;
}

}  // namespace
}  // namespace lotse::desk
