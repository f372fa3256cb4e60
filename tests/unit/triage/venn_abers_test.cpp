// SPDX-License-Identifier: Apache-2.0
#include "triage/venn_abers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "triage/hash.h"

namespace lotse::triage {
namespace {

double uniform(std::uint64_t& state) {
    state = hash_end(state + 0x9e3779b97f4a7c15ULL);
    return static_cast<double>(state >> 11) / 9007199254740992.0;
}

// Scores that say too much: right with probability score^2.
std::vector<Judged> boastful(std::size_t count, std::uint64_t seed) {
    std::vector<Judged> out;
    for (std::size_t i = 0; i < count; ++i) {
        double const score = uniform(seed);
        out.push_back({score, uniform(seed) < score * score, {}});
    }
    return out;
}

TEST(VennAbers, BoundsTheTrueProbabilityOfBoastfulScores) {
    auto const bounds = VennAbers::fit(boastful(4000, 3));
    for (double const score : {0.3, 0.5, 0.7, 0.9}) {
        auto const asked = bounds.ask(score);
        EXPECT_LE(asked.low, asked.high);
        EXPECT_LT(asked.high - asked.low, 0.1);
        EXPECT_NEAR(asked.probability(), score * score, 0.08) << score;
    }
}

TEST(VennAbers, SaysNoMoreThanItsRowsAllow) {
    std::vector<Judged> always_right(300, Judged{0.9, true, {}});
    auto const asked = VennAbers::fit(always_right).ask(0.9);
    EXPECT_NEAR(asked.low, 300.0 / 301, 1e-9);  // the new row might be the first that is wrong
    EXPECT_EQ(asked.high, 1);
    EXPECT_LT(asked.probability(), 1);
}

TEST(VennAbers, NeverFallsAsTheScoreRises) {
    auto const bounds = VennAbers::fit(boastful(1000, 5));
    double before = 0;
    for (int i = 0; i <= 1000; ++i) {
        double const now = bounds.ask(i / 1000.0).probability();
        EXPECT_GE(now, before - 1e-12) << i;
        before = now;
    }
}

TEST(VennAbers, IsEmptyBelowTwoHundredRows) {
    EXPECT_TRUE(VennAbers::fit(boastful(kVennAbersLeast - 1, 1)).is_empty());
    EXPECT_EQ(VennAbers().ask(0.5).low, 0);
    EXPECT_EQ(VennAbers().ask(0.5).high, 1);
}

TEST(VennAbers, IsReadBackAsItWasSaved) {
    auto const bounds = VennAbers::fit(boastful(500, 9));
    ByteWriter out;
    bounds.save(out);
    auto const bytes = out.finish();
    ByteReader in(bytes);
    auto const copy = VennAbers::load(in);
    ASSERT_TRUE(copy.has_value());
    EXPECT_EQ(copy->ask(0.42).probability(), bounds.ask(0.42).probability());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        ByteReader cut(std::string_view(bytes).substr(0, size));
        EXPECT_FALSE(VennAbers::load(cut).has_value());
    }
}

TEST(VennAbersHelps, WhereScoresBoastAndNotWhereTheyAreHonest) {
    EXPECT_TRUE(venn_abers_helps(boastful(2000, 11)));
    std::vector<Judged> honest;
    std::uint64_t state = 13;
    for (int i = 0; i < 2000; ++i) {
        double const score = uniform(state);
        honest.push_back({score, uniform(state) < score, {}});
    }
    EXPECT_FALSE(venn_abers_helps(honest));
    EXPECT_FALSE(venn_abers_helps(boastful(100, 11)));
}

TEST(ApplyBounds, KeepsTheFirstFirstAndTheSumWhole) {
    auto const bounds = VennAbers::fit(boastful(2000, 17));
    std::vector<double> chances{0.1, 0.6, 0.28, 0.02};
    apply_bounds(chances, bounds);
    EXPECT_LT(chances[1], 0.6);
    EXPECT_GE(chances[1], chances[2]);
    EXPECT_NEAR(std::accumulate(chances.begin(), chances.end(), 0.0), 1, 1e-9);
    std::vector<double> certain{1.0, 0.0};
    apply_bounds(certain, bounds);
    EXPECT_GE(certain[0], certain[1]);
    EXPECT_NEAR(certain[0] + certain[1], 1, 1e-9);
}

}  // namespace
}  // namespace lotse::triage
