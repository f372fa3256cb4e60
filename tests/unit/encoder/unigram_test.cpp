// SPDX-License-Identifier: Apache-2.0
#include "encoder/unigram.h"

#include <gtest/gtest.h>

#include <numeric>

namespace lotse::encoder {
namespace {

// "<s>" "</s>" "<unk>" and then these.
Unigram unigram_of(std::vector<std::pair<std::string, float>> const& pieces) {
    static std::vector<std::string> texts;  // the vocabulary looks at bytes that somebody keeps
    texts.push_back("<s></s><unk>");
    Vocabulary out;
    out.starts = {0, 3, 7, 12};
    out.scores = {0, 0, 0};
    out.begin = 0;
    out.end = 1;
    out.unknown = 2;
    for (auto const& [text, score] : pieces) {
        texts.back() += text;
        out.starts.push_back(static_cast<std::uint32_t>(texts.back().size()));
        out.scores.push_back(score);
    }
    static std::vector<std::shared_ptr<std::string>> kept;
    kept.push_back(std::make_shared<std::string>(texts.back()));
    out.bytes = *kept.back();
    out.rewrites = {{U'ﬁ', U"fi"}, {U'\t', U" "}, {U'\x01', U""}};
    return Unigram(std::move(out));
}

using Pieces = std::vector<std::uint32_t>;

TEST(Unigram, TakesTheMostProbableWayNotTheLongestPiece) {
    auto const unigram = unigram_of({{"▁ab", -5}, {"▁a", -1}, {"b", -1}, {"c", -1}, {"abc", -9}, {"▁", -1}});
    EXPECT_EQ(unigram.cut("ab"), (Pieces{4, 5}));
    EXPECT_EQ(unigram.cut("abc"), (Pieces{4, 5, 6}));
}

TEST(Unigram, CountsUnknownLettersInARowOnce) {
    auto const unigram = unigram_of({{"▁", -1}, {"a", -1}});
    EXPECT_EQ(unigram.cut("a日本a"), (Pieces{3, 4, 2, 4}));
}

TEST(Unigram, MakesRunsOfBlanksOneAndDropsThemAtTheEnds) {
    auto const unigram = unigram_of({{"▁a", -1}, {"▁", -4}, {"a", -4}});
    EXPECT_EQ(unigram.cut("  a \t  a  "), (Pieces{3, 3}));
    EXPECT_TRUE(unigram.cut(" \t ").empty());
    EXPECT_TRUE(unigram.cut("").empty());
}

TEST(Unigram, RewritesLettersToTheirCompatibilityForm) {
    auto const unigram = unigram_of({{"▁", -1}, {"f", -1}, {"i", -1}, {"fi", -1}});
    EXPECT_EQ(unigram.cut("ﬁ"), unigram.cut("fi"));
    EXPECT_EQ(unigram.cut("f\x01i"), unigram.cut("fi"));
}

TEST(Unigram, NeverMakesAControlPieceOfText) {
    auto const unigram = unigram_of({{"▁", -1}, {"<", -1}, {"s", -1}, {">", -1}, {"/", -1}});
    EXPECT_EQ(unigram.cut("<s></s>"), (Pieces{3, 4, 5, 6, 4, 7, 5, 6}));
}

TEST(Unigram, TakesIllFormedBytesAsOneUnknownLetterEach) {
    auto const unigram = unigram_of({{"▁", -1}, {"a", -1}});
    EXPECT_EQ(unigram.cut("a\xFF\xC3"
                          "a"),
              (Pieces{3, 4, 2, 4}));
    EXPECT_EQ(unigram.cut("a\xE2\x82"), (Pieces{3, 4, 2}));
}

}  // namespace
}  // namespace lotse::encoder
