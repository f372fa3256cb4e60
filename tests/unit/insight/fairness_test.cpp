// SPDX-License-Identifier: Apache-2.0
#include "insight/fairness.h"

#include <gtest/gtest.h>

namespace lotse {
namespace {

domain::WorkDay day(std::int64_t agent, std::int64_t nth, std::int64_t looks, std::int64_t load) {
    domain::WorkDay out;
    out.agent = domain::AgentId{agent};
    out.day = nth;
    out.looks = looks;
    out.load = load;
    return out;
}

TEST(Fairness, SumsEachPersonOverTheDays) {
    auto first = day(2, 1, 10, 5000);
    first.given = 6;
    first.taken = 3;
    first.chosen = 1;
    first.hard = 4;
    first.longest = 3;
    auto second = day(2, 2, 10, 15000);
    second.given = 10;
    second.hard = 1;
    second.longest = 1;
    auto const shares = insight::shares_of({second, day(1, 1, 0, 0), first});
    ASSERT_EQ(shares.size(), 2u);
    EXPECT_EQ(shares[0].agent, domain::AgentId{1});
    EXPECT_FALSE(shares[0].load) << "never seen at work";
    EXPECT_EQ(shares[0].got, 0);
    EXPECT_EQ(shares[0].hard, 0);
    EXPECT_DOUBLE_EQ(*shares[1].load, 1.0);
    EXPECT_EQ(shares[1].got, 20);
    EXPECT_DOUBLE_EQ(shares[1].taken, 0.15);
    EXPECT_DOUBLE_EQ(shares[1].chosen, 0.05);
    EXPECT_DOUBLE_EQ(shares[1].hard, 0.25);
    EXPECT_EQ(shares[1].longest, 3);
}

TEST(Fairness, WhoWorksHalfTheHoursIsNoUnevenTeam) {
    auto const even = insight::team_of(insight::shares_of({day(1, 1, 48, 24000), day(2, 1, 24, 12000)}));
    EXPECT_EQ(even.people, 2);
    EXPECT_DOUBLE_EQ(*even.load, 0.5);
    EXPECT_NEAR(*even.gini, 0, 1e-12);
    auto const uneven = insight::team_of(insight::shares_of({day(1, 1, 48, 48000), day(2, 1, 48, 0)}));
    EXPECT_NEAR(*uneven.gini, 0.5, 1e-12);
}

TEST(Fairness, SaysNothingOfAFewTickets) {
    auto some = day(1, 1, 1, 0);
    some.given = 3;
    some.hard = 3;
    auto more = day(2, 1, 1, 0);
    more.given = 20;
    more.hard = 5;
    EXPECT_FALSE(insight::team_of(insight::shares_of({some, more})).most_hard);
    some.given = 20;
    auto const team = insight::team_of(insight::shares_of({some, more}));
    EXPECT_DOUBLE_EQ(*team.least_hard, 0.15);
    EXPECT_DOUBLE_EQ(*team.most_hard, 0.25);
    EXPECT_EQ(insight::team_of({}), insight::TeamShare{});
}

}  // namespace
}  // namespace lotse
