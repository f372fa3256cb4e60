// SPDX-License-Identifier: Apache-2.0
#include "routing/expertise.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lotse::routing {
namespace {

using std::chrono::days;

constexpr Instant kNow = instant(1'800'000'000'000'000);

Solved many(int count, double quality, Instant at = kNow) {
    Solved out;
    for (int i = 0; i < count; ++i) out = with(out, 1, quality, at);
    return out;
}

TEST(Expertise, IsThePriorOfWhoSolvedNothing) {
    EXPECT_DOUBLE_EQ(expertise(prior_of({}), {}, kNow), 0.5);
    EXPECT_DOUBLE_EQ(expertise(prior_of(5), {}, kNow), 0.7);
    EXPECT_DOUBLE_EQ(pace_of(prior_of(1), {}, kNow), 1);
}

TEST(Expertise, GrowsWithWhatWasSolvedWellAndFallsWithWhatCameBack) {
    double const prior = prior_of({});
    EXPECT_GT(expertise(prior, many(3, 0.9), kNow), prior);
    EXPECT_GT(expertise(prior, many(30, 0.9), kNow), expertise(prior, many(3, 0.9), kNow));
    EXPECT_LT(expertise(prior, many(3, 0), kNow), prior);
    EXPECT_GT(pace_of(prior, many(30, 0.9), kNow), 1);
}

TEST(Expertise, NeverFallsBelowTheFloorNorLeavesItsBounds) {
    for (int level = 1; level <= 5; ++level)
        for (double const quality : {0.0, 0.5, 1.0}) {
            auto const solved = many(500, quality);
            EXPECT_GE(expertise(prior_of(level), solved, kNow), kLeastExpertise);
            EXPECT_LE(expertise(prior_of(level), solved, kNow), 1);
            EXPECT_GE(pace_of(prior_of(level), solved, kNow), 0.85);
            EXPECT_LE(pace_of(prior_of(level), solved, kNow), 1.15);
        }
}

TEST(Expertise, FadesToThePriorWhenUnused) {
    auto const solved = many(20, 1);
    EXPECT_NEAR(as_of(solved, kNow + kHalfLife).n, 10, 1e-9);
    EXPECT_GT(expertise(0.5, solved, kNow), 0.8);
    EXPECT_NEAR(expertise(0.5, solved, kNow + days{720}), 0.5, 0.01);
}

TEST(Expertise, TakesBackExactlyWhatWasAddedInWhicheverOrder) {
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        struct One {
            double quality;
            Instant at;
        };
        std::vector<One> all;
        for (std::size_t i = 0; i < 8; ++i) all.push_back({(random() % 100) / 100.0, kNow - days{random() % 200}});
        Solved some;
        for (std::size_t i = 0; i < 7; ++i) some = with(some, 1, all[i].quality, all[i].at);
        some = as_of(some, kNow);
        Solved every;
        std::ranges::shuffle(all.begin(), all.begin() + 7, random);
        auto const extra = all.back();
        every = with(every, 1, extra.quality, extra.at);
        for (std::size_t i = 0; i < 7; ++i) every = with(every, 1, all[i].quality, all[i].at);
        every = as_of(with(every, -1, extra.quality, extra.at), kNow);
        EXPECT_NEAR(every.n, some.n, 1e-9);
        EXPECT_NEAR(every.good, some.good, 1e-9);
    }
}

TEST(Quality, KnowsHowItEnded) {
    Ending clean;
    EXPECT_DOUBLE_EQ(quality_of(clean), 0.7);
    auto quick = clean;
    quick.log_minutes = 4;
    quick.usual_log_minutes = 6;
    EXPECT_DOUBLE_EQ(quality_of(quick), 0.85);
    quick.survey = 5;
    EXPECT_DOUBLE_EQ(quality_of(quick), 1);
    auto slow = quick;
    slow.log_minutes = 60;
    slow.survey = 1;
    EXPECT_DOUBLE_EQ(quality_of(slow), 0.4);
    slow.is_reopened = true;
    EXPECT_DOUBLE_EQ(quality_of(slow), 0);
}

TEST(Usual, FollowsTheMedianAndNotTheMean) {
    std::mt19937 random(5);
    UsualTime usual;
    for (int i = 0; i < 4000; ++i) usual = with(usual, random() % 10 == 0 ? 40 : 5 + (random() % 100) / 50.0);
    EXPECT_NEAR(usual.log_minutes, 6.1, 0.3);
    EXPECT_EQ(usual.seen, 4000);
}

TEST(LikelySolvers, AreThoseWhoSolvedWhatIsAlike) {
    domain::AgentId const anna{1};
    domain::AgentId const ben{2};
    domain::AgentId const cleo{3};
    std::vector<Solver> const all{{anna, many(100, 1)}, {ben, many(10, 1)}, {cleo, many(1, 1)}};
    EXPECT_EQ(likely_solvers(all, {}, kNow, 5).front().agent, anna);
    std::vector<Evidence> const category{{Trait::category, {{ben, many(9, 1)}}}};
    auto const said = likely_solvers(all, category, kNow, 5);
    ASSERT_EQ(said.size(), 3u);
    EXPECT_EQ(said[0].agent, anna) << "who solves ten times as much is still likelier";
    auto both = category;
    both.push_back({Trait::customer, {{ben, many(4, 1)}}});
    EXPECT_EQ(likely_solvers(all, both, kNow, 1).front().agent, ben);
    double sum = 0;
    for (auto const& one : said) sum += one.share;
    EXPECT_NEAR(sum, 1, 1e-9);
    EXPECT_TRUE(likely_solvers({}, both, kNow, 3).empty());
}

TEST(LikelySolvers, ForgetWhoHasLeftOffSince) {
    std::vector<Solver> const all{{domain::AgentId{1}, many(30, 1, kNow - days{400})},
                                  {domain::AgentId{2}, many(3, 1)}};
    EXPECT_EQ(likely_solvers(all, {}, kNow, 1).front().agent, domain::AgentId{2});
}

}  // namespace
}  // namespace lotse::routing
