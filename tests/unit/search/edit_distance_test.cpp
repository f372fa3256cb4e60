// SPDX-License-Identifier: Apache-2.0
#include "search/edit_distance.h"

#include <gtest/gtest.h>

namespace lotse::search {
namespace {

TEST(EditDistance, CountsSlips) {
    EXPECT_EQ(edit_distance("printer", "printer", 2), 0);
    EXPECT_EQ(edit_distance("prnter", "printer", 2), 1);
    EXPECT_EQ(edit_distance("pritner", "printer", 2), 1);
    EXPECT_EQ(edit_distance("printre", "pinter", 2), 2);
    EXPECT_EQ(edit_distance("störung", "storung", 2), 1);
    EXPECT_EQ(edit_distance("mouse", "keyboard", 2), 3);
}

TEST(EditDistance, NearestKeepsToTheAllowedSlips) {
    EXPECT_EQ(nearest("stauts", {"status", "agent"}), "status");
    EXPECT_EQ(nearest("QUEU", {"status", "queue"}), "queue");
    EXPECT_EQ(nearest("xy", {"xz"}), std::nullopt);
    EXPECT_EQ(nearest("category", {"status"}), std::nullopt);
}

}  // namespace
}  // namespace lotse::search
