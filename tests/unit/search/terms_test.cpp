// SPDX-License-Identifier: Apache-2.0
#include "search/terms.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "search/polish.h"

namespace lotse::search {
namespace {

// Whether somebody who looks for `query` finds a text with `word`.
bool meet(std::string_view query, std::string_view word) {
    auto const asked = terms_of(words_in(query).at(0));
    auto const there = terms_of(words_in(word).at(0));
    return std::ranges::any_of(asked, [&](auto const& term) { return std::ranges::count(there, term) > 0; });
}

TEST(Terms, EnglishFormsMeet) {
    EXPECT_TRUE(meet("printers", "printer"));
    EXPECT_TRUE(meet("failing", "failed"));
    EXPECT_TRUE(meet("INVOICES", "invoice"));
    EXPECT_FALSE(meet("printer", "invoice"));
}

TEST(Terms, GermanFormsMeet) {
    EXPECT_TRUE(meet("Drucker", "Druckern"));
    EXPECT_TRUE(meet("Störung", "Störungen"));
    EXPECT_TRUE(meet("Häuser", "Haus"));
    EXPECT_TRUE(meet("Rechnungen", "Rechnung"));
}

TEST(Terms, GermanUmlautsMeetTheirTwoLetters) {
    EXPECT_TRUE(meet("Stoerung", "Störung"));
    EXPECT_TRUE(meet("Haeuser", "Häuser"));
    EXPECT_TRUE(meet("Zugaenge", "Zugang"));
    EXPECT_TRUE(meet("Strasse", "Straße"));
    EXPECT_TRUE(meet("neue", "neuer"));
}

TEST(Terms, PolishFormsMeet) {
    for (auto const& [query, word] : std::vector<std::pair<char const*, char const*>>{{"drukarka", "drukarkami"},
                                                                                      {"faktura", "fakturą"},
                                                                                      {"faktury", "fakturach"},
                                                                                      {"zamówienie", "zamówieniach"},
                                                                                      {"hasło", "hasła"},
                                                                                      {"serwer", "serwerów"},
                                                                                      {"konto", "kontem"},
                                                                                      {"komputer", "komputerze"},
                                                                                      {"logowanie", "logowania"}}) {
        EXPECT_TRUE(meet(query, word)) << query << " " << word << ": " << polish_stem(words_in(query)[0].folded) << " "
                                       << polish_stem(words_in(word)[0].folded);
    }
}

TEST(Terms, PolishMeetsWithoutItsAccents) {
    EXPECT_TRUE(meet("zamowieniach", "zamówienie"));
    EXPECT_TRUE(meet("zolty", "żółty"));
    EXPECT_TRUE(meet("lodz", "Łódź"));
}

TEST(Terms, TheFoldedWordComesFirst) {
    EXPECT_EQ(terms_of(words_in("Störungen")[0]).front(), "storungen");
    EXPECT_EQ(terms_of(words_in("HP4520")[0]), std::vector<std::string>{"hp4520"});
}

TEST(Terms, LineKeepsOnePositionAWord) {
    EXPECT_EQ(term_line("Printer 12, E-Mail!", 100).substr(0, 7), "printer");
    EXPECT_EQ(term_line("HP4520, 7-9!", 100), "hp4520 7 9");
    EXPECT_EQ(term_line("4 5 6", 2), "4 5");
    EXPECT_EQ(term_line(" -- ", 100), "");
}

TEST(Words, KnowWhereTheyStand) {
    auto const words = words_in("Die Größe: 4.2");
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[1].folded, "grosse");
    EXPECT_EQ(words[1].begin, 4U);
    EXPECT_EQ(words[1].end, 11U);
    EXPECT_EQ(words[3].folded, "2");
}

TEST(Words, IdeographsStandAlone) {
    ASSERT_EQ(words_in("日本語 test").size(), 4U);
    EXPECT_EQ(words_in("日本語 test")[3].folded, "test");
}

TEST(Words, BrokenBytesPartWords) {
    auto const words =
        words_in(std::string("ab\xff\xfe"
                             "cd\xc3",
                             7));
    ASSERT_EQ(words.size(), 2U);
    EXPECT_EQ(words[1].folded, "cd");
}

TEST(Words, AreCutAtTheirLongest) {
    auto const words = words_in(std::string(10'000, 'a'));
    ASSERT_EQ(words.size(), 1U);
    EXPECT_LE(words[0].folded.size(), kLongestWord);
    EXPECT_EQ(words[0].end, 10'000U);
}

}  // namespace
}  // namespace lotse::search
