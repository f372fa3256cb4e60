// SPDX-License-Identifier: Apache-2.0
#include "routing/pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace lotse::routing {
namespace {

using domain::Priority;
using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant kNow = instant(1'800'000'000'000'000);

domain::Agent an_agent(std::int64_t id, std::vector<domain::Skill> skills, std::vector<std::string> languages) {
    domain::Agent out;
    out.id = domain::AgentId(id);
    out.queues = {domain::QueueId(1)};
    out.skills = std::move(skills);
    out.languages = std::move(languages);
    return out;
}

Requirement asks(std::string skill, std::string language, Priority priority = Priority::normal) {
    Requirement out;
    out.queue = domain::QueueId(1);
    if (!skill.empty()) out.skills = {std::move(skill)};
    out.language = std::move(language);
    out.priority = priority;
    return out;
}

Waiting a_ticket(std::int64_t id, BucketAt bucket, Duration age, Duration target = hours{24}) {
    return {domain::TicketId(id), bucket, kNow - age, kNow - age + target, {}};
}

std::int64_t first_of(Shortlist const& list) { return list.count == 0 ? 0 : list.best[0].ticket.value; }

TEST(Pool, TakesTheNearestDeadlineOfABucket) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {{"vpn", 3}}, {"en"}));
    auto const bucket = pool.bucket(asks("vpn", "en"));
    pool.add(a_ticket(1, bucket, hours{2}));
    pool.add(a_ticket(2, bucket, hours{5}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 2);
    EXPECT_TRUE(pool.remove(domain::TicketId(2)));
    EXPECT_FALSE(pool.remove(domain::TicketId(2)));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 1);
    EXPECT_EQ(pool.size(), 1u);
}

TEST(Pool, GivesNobodyWhatTheyCannotDo) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {{"vpn", 3}}, {"en"}));
    pool.add(a_ticket(1, pool.bucket(asks("printer", "en")), hours{5}));
    pool.add(a_ticket(2, pool.bucket(asks("vpn", "de")), hours{5}));
    EXPECT_EQ(pool.next_for(anna, kNow).count, 0u);
    EXPECT_EQ(pool.oldest_for(anna), std::nullopt);
}

TEST(Pool, WhatCanStillBeInTimeGoesBeforeWhatIsLate) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto const bucket = pool.bucket(asks("", "en"));
    pool.add(a_ticket(1, bucket, hours{25}));
    pool.add(a_ticket(2, bucket, hours{23}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 2);
    pool.remove(domain::TicketId(2));
    pool.add(a_ticket(3, bucket, hours{1}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 1);
}

TEST(Pool, ALateTicketComesForwardWithItsAge) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto const bucket = pool.bucket(asks("", "en"));
    pool.add(a_ticket(1, bucket, hours{24 * 9}));
    pool.add(a_ticket(2, bucket, hours{20}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 1);
}

TEST(Pool, WhoeverCanDoWhatFewCanLeavesTheRestToOthers) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en", "pl"}));
    pool.set_at_work(anna, true);
    for (int id = 2; id <= 6; ++id) pool.set_at_work(pool.add_member(an_agent(id, {}, {"en"})), true);
    pool.add(a_ticket(1, pool.bucket(asks("", "en")), hours{6}));
    pool.add(a_ticket(2, pool.bucket(asks("", "pl")), hours{5}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 2);
}

TEST(Pool, ARequesterFindsTheOneWhoKnowsThem) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto const ola = pool.add_member(an_agent(2, {}, {"en"}));
    for (auto const who : {anna, ola}) pool.set_at_work(who, true);
    auto const bucket = pool.bucket(asks("", "en"));
    pool.add(a_ticket(1, bucket, hours{20}));
    auto known = a_ticket(2, bucket, hours{19});
    known.known_by = ola;
    pool.add(known);
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 1);
    auto const for_ola = pool.next_for(ola, kNow);
    EXPECT_EQ(first_of(for_ola), 2);
    EXPECT_DOUBLE_EQ(for_ola.best[0].terms.affinity, 1.2);
}

TEST(Pool, AnArrivalGoesToTheFreeMemberWhoIsQuickest) {
    Pool pool;
    auto const slow = pool.add_member(an_agent(1, {{"vpn", 1}}, {"en"}));
    auto const quick = pool.add_member(an_agent(2, {{"vpn", 5}}, {"en"}));
    auto const ticket = a_ticket(1, pool.bucket(asks("vpn", "en")), minutes{0});
    EXPECT_EQ(pool.member_for(ticket, kNow).count, 0u);
    for (auto const who : {slow, quick}) pool.set_at_work(who, true);
    pool.set_free(slow, true, kNow - hours{2});
    pool.set_free(quick, true, kNow - hours{1});
    auto const found = pool.member_for(ticket, kNow);
    ASSERT_EQ(found.count, 2u);
    EXPECT_EQ(found.best[0].member, quick);
    EXPECT_EQ(pool.longest_free_for(ticket.bucket), slow);
    pool.set_free(slow, false, kNow);
    EXPECT_EQ(pool.longest_free_for(ticket.bucket), quick);
}

TEST(Pool, WhereTheOneWhoIsFreeForLongestMayNotTheNextIsAsked) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto const ola = pool.add_member(an_agent(2, {}, {"en"}));
    for (auto const who : {anna, ola}) pool.set_at_work(who, true);
    pool.set_free(anna, true, kNow - hours{2});
    pool.set_free(ola, true, kNow - hours{1});
    auto ticket = a_ticket(1, pool.bucket(asks("", "en")), minutes{0});
    EXPECT_EQ(pool.member_for(ticket, kNow).best[0].member, anna);
    ticket.known_by = anna;
    auto const found = pool.member_for(ticket, kNow, [&](MemberAt who) { return who != anna; });
    ASSERT_EQ(found.count, 1u);
    EXPECT_EQ(found.best[0].member, ola);
    EXPECT_EQ(pool.member_for(ticket, kNow, [](MemberAt) { return false; }).count, 0u);
}

TEST(Pool, HoldsABurstOfTenThousandAndLosesNone) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto const bucket = pool.bucket(asks("", "en"));
    for (int id = 1; id <= 10'000; ++id) pool.add(a_ticket(id, bucket, minutes{1}));
    std::set<std::int64_t> taken;
    for (;;) {
        auto const next = first_of(pool.next_for(anna, kNow));
        if (next == 0) break;
        EXPECT_TRUE(pool.remove(domain::TicketId(next)));
        taken.insert(next);
    }
    EXPECT_EQ(taken.size(), 10'000u);
    EXPECT_EQ(pool.size(), 0u);
}

// Looking at the heads alone finds what looking at every ticket would find.
TEST(Pool, HeadsAreEnough) {
    std::mt19937 random(7);
    auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<std::string> const skills{"a", "b", "c"};
    std::vector<std::string> const languages{"en", "de", "pl"};
    for (int round = 0; round < 200; ++round) {
        SlackRules const rules;
        Pool pool(rules);
        std::vector<domain::Agent> agents;
        std::vector<MemberAt> members;
        for (int i = 0; i < 6; ++i) {
            std::vector<domain::Skill> known;
            for (auto const& skill : skills)
                if (below(2) == 0) known.push_back({skill, 1 + below(5)});
            agents.push_back(an_agent(i + 1, known, {"en", languages[static_cast<std::size_t>(below(3))]}));
            members.push_back(pool.add_member(agents.back()));
            pool.set_at_work(members.back(), true);
        }
        std::map<std::int64_t, std::pair<Waiting, Requirement>> all;
        for (int id = 1; id <= 60; ++id) {
            auto const wants = asks(skills[static_cast<std::size_t>(below(3))],
                                    languages[static_cast<std::size_t>(below(3))], static_cast<Priority>(below(4)));
            // One target for each priority, as a bucket has.
            auto ticket = a_ticket(id, pool.bucket(wants), minutes{below(3000)},
                                   hours{4 + 20 * (3 - static_cast<int>(wants.priority))});
            pool.add(ticket);
            all.emplace(id, std::pair(ticket, wants));
        }
        for (std::size_t who = 0; who < members.size(); ++who) {
            auto const able = [&](Requirement const& wants) {
                return static_cast<int>(
                    std::ranges::count_if(agents, [&](auto const& agent) { return !fit(agent, wants).obstacle; }));
            };
            int rarest = 1000;
            for (auto const& [id, one] : all)
                if (!fit(agents[who], one.second).obstacle) rarest = std::min(rarest, able(one.second));
            double best = 0;
            for (auto const& [id, one] : all) {
                auto const said = fit(agents[who], one.second);
                if (said.obstacle) continue;
                auto const touch =
                    Duration{static_cast<std::int64_t>(static_cast<double>(rules.touch.count()) / said.speed)};
                best = std::max(best, rules.weights[static_cast<std::size_t>(one.second.priority)] * said.speed *
                                          urgency(one.first.opened_at, one.first.due_at, kNow + touch, rules) *
                                          scarcity(able(one.second), rarest, rules));
            }
            auto const found = pool.next_for(members[who], kNow);
            ASSERT_EQ(found.count == 0, best == 0);
            if (found.count > 0) EXPECT_NEAR(found.best[0].terms.index(), best, 1e-5);
        }
    }
}

TEST(Pool, PassesOverWhatSomebodyNeverGets) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto const ben = pool.add_member(an_agent(2, {}, {"en"}));
    auto const bucket = pool.bucket(asks("", "en"));
    auto blocked = a_ticket(1, bucket, hours{9});
    blocked.blocked = {anna};
    pool.add(blocked);
    pool.add(a_ticket(2, bucket, hours{1}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 2);
    EXPECT_EQ(first_of(pool.next_for(ben, kNow)), 1);
    EXPECT_EQ(first_of(pool.next_for(ben, kNow, nullptr, [](auto ticket) { return ticket.value == 1; })), 2);
    pool.set_at_work(anna, true);
    pool.set_free(anna, true, kNow);
    EXPECT_EQ(pool.member_for(blocked, kNow).count, 0u);
}

TEST(Pool, FollowsAPersonWhoLearnsOrMoves) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    pool.set_at_work(anna, true);
    auto const bucket = pool.bucket(asks("vpn", "en"));
    pool.add(a_ticket(1, bucket, hours{2}));
    EXPECT_EQ(pool.next_for(anna, kNow).count, 0u);
    pool.change_member(anna, an_agent(1, {{"vpn", 3}}, {"en"}));
    EXPECT_EQ(first_of(pool.next_for(anna, kNow)), 1);
    EXPECT_DOUBLE_EQ(pool.speed(anna, bucket), 1);
    pool.change_member(anna, an_agent(1, {}, {"en"}));
    EXPECT_EQ(pool.next_for(anna, kNow).count, 0u);
}

TEST(Pool, TheTeamThatHelpsSeesTheTicketToo) {
    Pool pool;
    auto other = an_agent(1, {}, {"en"});
    other.queues = {domain::QueueId(7)};
    auto const ola = pool.add_member(other);
    auto helped = asks("", "en");
    pool.add(a_ticket(1, pool.bucket(helped), hours{3}));
    EXPECT_EQ(pool.next_for(ola, kNow).count, 0u);
    helped.helpers = {domain::QueueId(7)};
    pool.add(a_ticket(2, pool.bucket(helped), hours{2}));
    EXPECT_EQ(first_of(pool.next_for(ola, kNow)), 2);
}

TEST(Pool, ExperienceMakesAKindPressMoreWithinBounds) {
    Pool pool;
    auto const anna = pool.add_member(an_agent(1, {}, {"en"}));
    auto usual = asks("", "en");
    usual.category = domain::CategoryId(4);
    auto other = asks("", "en");
    other.category = domain::CategoryId(5);
    pool.add(a_ticket(1, pool.bucket(other), hours{5}));
    pool.add(a_ticket(2, pool.bucket(usual), hours{5}));
    pool.set_pace([](domain::AgentId, domain::CategoryId category) { return category.value == 4 ? 1.1 : 1.0; });
    auto const list = pool.next_for(anna, kNow);
    EXPECT_EQ(first_of(list), 2);
    EXPECT_DOUBLE_EQ(list.best[0].terms.speed, 1.1);
    pool.set_pace([](domain::AgentId, domain::CategoryId) { return 9.0; });
    EXPECT_DOUBLE_EQ(pool.next_for(anna, kNow).best[0].terms.speed, 1.6);
}

}  // namespace
}  // namespace lotse::routing
