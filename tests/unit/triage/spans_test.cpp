// SPDX-License-Identifier: Apache-2.0
#include "triage/spans.h"

#include <gtest/gtest.h>

namespace lotse::triage {
namespace {

TEST(FindSpans, CountsCodePointsFromTheStartOfEachText) {
    auto const found = find_spans("Drucker", "Łódź: der DRUCKER 😀 druckt nicht, Drucker!", {"drucker"});
    ASSERT_EQ(found.size(), 3U);
    EXPECT_TRUE(found[0].is_in_subject);
    EXPECT_EQ(found[0].begin, 0U);
    EXPECT_EQ(found[0].end, 7U);
    EXPECT_FALSE(found[1].is_in_subject);
    EXPECT_EQ(found[1].begin, 10U);
    EXPECT_EQ(found[1].end, 17U);
    EXPECT_EQ(found[1].text, "DRUCKER");
    EXPECT_EQ(found[2].begin, 34U);
}

TEST(FindSpans, MarksALongerPhraseAsOne) {
    auto const found = find_spans("", "a paper jam, and paper", {"paper", "paper jam"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].text, "paper jam");
    EXPECT_EQ(found[1].text, "paper");
}

TEST(FindSpans, TakesAnyDigitsForTheModelsZero) {
    auto const found = find_spans("", "error 4711", {"error 0"});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].text, "error 4711");
}

TEST(FindSpans, StopsAtTheLimitAndOnNothing) {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "vpn ";
    EXPECT_EQ(find_spans("", text, {"vpn"}, 20).size(), 20U);
    EXPECT_TRUE(find_spans("", text, {}).empty());
    EXPECT_TRUE(find_spans("", "\xff\xfe\x00vpn\xff", {"!!!"}).empty());
}

}  // namespace
}  // namespace lotse::triage
