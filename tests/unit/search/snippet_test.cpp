// SPDX-License-Identifier: Apache-2.0
#include "search/snippet.h"

#include <gtest/gtest.h>

namespace lotse::search {
namespace {

TextQuery word(std::string_view text) { return *text_query_of(text, false, false); }
TextQuery all(std::vector<TextQuery> inner) {
    TextQuery out;
    out.kind = TextQuery::Kind::all;
    out.inner = std::move(inner);
    return out;
}
using Ranges = std::vector<std::pair<int, int>>;

TEST(Snippet, CountsCodePointsAndFindsOtherForms) {
    auto const found = find_snippet("Größere Störungen\n\n im Übrigen", word("störung"), Part::text);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->text, "Größere Störungen im Übrigen");
    EXPECT_EQ(found->ranges, (Ranges{{8, 9}}));
}

TEST(Snippet, TakesThePieceWithMostOfTheWords) {
    std::string const far(600, 'x');
    std::string text = "A printer here. ";
    for (int i = 0; i < 60; ++i) text += "nothing of note ";
    text += "The printer jams on thick paper, " + far;
    auto const found = find_snippet(text, all({word("printer"), word("jams")}), Part::text);
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->text.contains("The printer jams on thick paper")) << found->text;
    EXPECT_TRUE(found->text.starts_with("…"));
    EXPECT_TRUE(found->text.ends_with("…"));
    EXPECT_LT(found->text.size(), 300U);
    EXPECT_EQ(found->ranges.size(), 2U);
    EXPECT_EQ(found->asked_for, 2);
}

TEST(Snippet, LeavesOutWhatIsAskedOfAnotherPart) {
    auto const query = *text_query_of("printer", false, false, Part::subject);
    EXPECT_FALSE(find_snippet("a printer", query, Part::text));
    EXPECT_TRUE(find_snippet("a printer", query, Part::subject));
    EXPECT_FALSE(find_snippet("", word("printer"), Part::text));
}

TEST(Snippet, ShowsBeginningsAndPhrases) {
    auto const beginning = *text_query_of("druck", true, false);
    EXPECT_EQ(find_snippet("Die Druckertreiber", beginning, Part::text)->ranges, (Ranges{{4, 14}}));
    auto const phrase = *text_query_of("paper jam", false, true);
    EXPECT_EQ(find_snippet("a paper jam", phrase, Part::text)->ranges, (Ranges{{2, 5}, {8, 3}}));
}

TEST(Snippet, StandsAnyBytes) {
    std::string text = "printer \xff\xfe \xc3";
    for (int i = 0; i < 3000; ++i) text += static_cast<char>(i * 37);
    EXPECT_TRUE(find_snippet(text, word("printer"), Part::text));
}

}  // namespace
}  // namespace lotse::search
