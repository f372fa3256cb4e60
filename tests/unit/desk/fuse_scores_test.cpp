// SPDX-License-Identifier: Apache-2.0
#include "desk/fuse_scores.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

std::vector<std::int64_t> order(std::vector<FusedScore> scores, bool has_meaning) {
    fuse(scores, has_meaning);
    std::vector<std::int64_t> out;
    for (auto const& one : scores) out.push_back(one.ticket);
    return out;
}

TEST(FuseScores, IsAConvexCombination) {
    std::vector<FusedScore> scores{{1, 0, 1.0, 0.5}};
    fuse(scores, true);
    EXPECT_DOUBLE_EQ(scores[0].score, kMeaningShare * 0.5 + (1 - kMeaningShare) * 1.0);
}

TEST(FuseScores, LetsMeaningLeadAndWordsDecideBetweenEquals) {
    EXPECT_EQ(order({{1, 0, 0.9, 0.1}, {2, 0, 0.0, 0.7}, {3, 0, 0.3, 0.7}}, true),
              (std::vector<std::int64_t>{3, 2, 1}));
}

TEST(FuseScores, GoesByWordsAloneWithoutMeaning) {
    EXPECT_EQ(order({{1, 0, 0.9, {}}, {2, 0, 0.3, {}}, {3, 0, 0.9, {}}}, false), (std::vector<std::int64_t>{3, 1, 2}))
        << "of two alike the newer";
}

TEST(FuseScores, PutsATicketWithoutVectorBehindOneThatMeansTheSame) {
    EXPECT_EQ(order({{1, 0, 1.0, {}}, {2, 0, 0.0, 0.8}}, true), (std::vector<std::int64_t>{2, 1}));
}

}  // namespace
}  // namespace lotse::desk
