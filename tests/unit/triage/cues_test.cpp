// SPDX-License-Identifier: Apache-2.0
#include "triage/cues.h"

#include <gtest/gtest.h>

namespace lotse::triage {
namespace {

TEST(ParseCues, ReadsTheDefaultsAndWritesThemBack) {
    auto const again = parse_cues(to_string(to_json(default_cues())));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(to_json(*again), to_json(default_cues()));
    for (auto const& lists : default_cues().type) EXPECT_EQ(lists.size(), 3U);
    for (auto const& [language, words] : default_cues().negation) EXPECT_FALSE(words.empty()) << language;
}

TEST(ParseCues, NamesThePlaceOfAFault) {
    auto const fault = [](std::string_view json) {
        auto const parsed = parse_cues(json);
        return parsed ? std::string("none") : parsed.error().code + " " + parsed.error().field;
    };
    EXPECT_EQ(fault("[]"), "cues.shape ");
    EXPECT_EQ(fault("{}"), "cues.version /version");
    EXPECT_EQ(fault(R"({"version":1,"urgency":{"extreme":{}}})"), "cues.unknown /urgency/extreme");
    EXPECT_EQ(fault(R"({"version":1,"type":{"request":{"en":"please"}}})"), "cues.shape /type/request/en");
    EXPECT_EQ(fault(R"({"version":1,"type":{"request":{"en":["please",7]}}})"), "cues.word /type/request/en");
    EXPECT_EQ(fault(R"({"version":1,"negation":[]})"), "cues.shape /negation");
}

TEST(ParseCues, LeavesOutWhatIsLeftOut) {
    auto const parsed = parse_cues(R"({"version":1,"urgency":{"high":{"*":["sos"]}}})");
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(make_cue_index(*parsed).urgency.size(), 1U);
    EXPECT_EQ(make_cue_index(*parsed).type.size(), 0U);
}

}  // namespace
}  // namespace lotse::triage
