// SPDX-License-Identifier: Apache-2.0
#include "triage/keywords.h"

#include <gtest/gtest.h>

namespace lotse::triage {
namespace {

bool hits(std::string_view pattern, std::string_view text) {
    KeywordIndex index;
    EXPECT_TRUE(index.add(pattern, 3));
    auto const found = index.find(tokenize(text));
    for (auto const& match : found) EXPECT_EQ(match.value, 3U);
    return !found.empty();
}

TEST(KeywordIndex, MatchesWholeWordsOnlyWithoutAStar) {
    EXPECT_TRUE(hits("pin", "Meine PIN ist falsch"));
    EXPECT_FALSE(hits("pin", "Spinat"));
    EXPECT_FALSE(hits("pin", "pinnen"));
}

TEST(KeywordIndex, MatchesGermanCompoundsAndPolishCases) {
    EXPECT_TRUE(hits("drucker*", "Druckerpatrone leer"));
    EXPECT_TRUE(hits("*drucker", "der Etikettendrucker"));
    EXPECT_TRUE(hits("*drucker*", "Laserdruckers"));
    EXPECT_TRUE(hits("drukark*", "problem z drukarką"));
    EXPECT_TRUE(hits("drukark*", "drukarkami"));
}

TEST(KeywordIndex, DoesNotMindHowMarksAreTyped) {
    EXPECT_TRUE(hits("gerät", "GERAET"));
    EXPECT_TRUE(hits("geraet", "Gerät"));
    EXPECT_TRUE(hits("geraet", "Gera\xCC\x88t"));  // combining diaeresis
    EXPECT_TRUE(hits("hasło", "haslo"));
    EXPECT_TRUE(hits("strasse", "Straße"));
}

TEST(KeywordIndex, MatchesPhrasesInOneSentence) {
    EXPECT_TRUE(hits("nie moge*", "Nie mogę się zalogować"));
    EXPECT_TRUE(hits("doesn't work", "It doesn't  work!"));
    EXPECT_FALSE(hits("log in", "See the log. In the morning"));
    EXPECT_TRUE(hits("reset* my pass*", "please resetting my password"));
}

TEST(KeywordIndex, TellsHowManyValuesShareAPattern) {
    KeywordIndex index;
    index.add("termin*", 0, "de");
    index.add("Termin*", 4, "de");
    index.add("termin*", 4, "pl");
    index.add("termin", 5, "de");
    EXPECT_EQ(index.shared_by(0), 2U);
    EXPECT_EQ(index.shared_by(3), 1U);
    EXPECT_EQ(index.language(2), "pl");
}

TEST(KeywordIndex, RefusesPatternsWithoutLetters) {
    KeywordIndex index;
    EXPECT_FALSE(index.add("*", 1));
    EXPECT_FALSE(index.add("  !? ", 1));
    EXPECT_EQ(index.size(), 0U);
}

TEST(Tokenize, RemembersWhereWordsStand) {
    std::string const text = "Größe, x2.  Ende";
    auto const tokens = tokenize(text);
    ASSERT_EQ(tokens.size(), 3U);
    EXPECT_EQ(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin), "Größe");
    EXPECT_EQ(tokens[0].folded, "groesse");
    EXPECT_EQ(tokens[0].sentence, tokens[1].sentence);
    EXPECT_NE(tokens[0].clause, tokens[1].clause);
    EXPECT_NE(tokens[1].sentence, tokens[2].sentence);
}

TEST(Tokenize, KeepsADottedAddressInOneSentence) {
    auto const tokens = tokenize("ping 10.0.0.1 fails");
    ASSERT_EQ(tokens.size(), 6U);
    EXPECT_EQ(tokens.front().sentence, tokens.back().sentence);
}

TEST(Tokenize, TakesNoEmojiForAWord) { EXPECT_TRUE(tokenize("\xF0\x9F\x98\x80 \xE2\x80\xA6 \xE2\x9C\x93").empty()); }

}  // namespace
}  // namespace lotse::triage
