// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "property/support/minute_oracle.h"
#include "routing/place.h"

namespace lotse::property {
namespace {

using domain::AgentId;
using domain::QueueId;
using routing::Candidate;
using routing::RoutingFacts;

std::vector<std::string> some_of(Random& random, std::vector<std::string> const& all) {
    std::vector<std::string> out;
    for (auto const& one : all)
        if (one_in(random, 2)) out.push_back(one);
    return out;
}

struct World {
    RoutingFacts facts;
    domain::Category category;
};

World any_world(Random& random, int most_agents) {
    World out;
    auto const any_queue = [&] { return QueueId(between(random, 0, 4)); };
    for (int id = 1, last = between(random, 0, 3); id <= last; ++id) {
        domain::Queue queue;
        queue.id = QueueId(id);
        queue.name = "Q" + std::to_string(id);
        if (one_in(random, 3)) queue.skills = some_of(random, {"vpn", "sap"});
        out.facts.queues.push_back(queue);
    }
    std::ranges::shuffle(out.facts.queues, random);
    out.facts.current_queue = any_queue();
    out.facts.queue_is_fixed = one_in(random, 3);
    out.facts.address_queue = any_queue();
    out.facts.organization_queue = any_queue();
    out.category.queue = any_queue();
    if (one_in(random, 3)) out.category.skills = some_of(random, {"VPN", "print"});
    out.facts.category_is_unproven = one_in(random, 2);
    if (one_in(random, 2)) out.facts.language = one_in(random, 2) ? "pl" : "de";
    if (one_in(random, 4)) out.facts.current_agent = AgentId(between(random, 1, most_agents));
    for (int id = 1, last = between(random, 0, most_agents); id <= last; ++id) {
        Candidate candidate;
        auto& agent = candidate.agent;
        agent.id = AgentId(id);
        agent.name = "A" + std::to_string(id);
        agent.role = one_in(random, 6) ? domain::Role::light_agent : domain::Role::agent;
        for (int queue = 1; queue <= 3; ++queue)
            if (one_in(random, 2)) agent.queues.push_back(QueueId(queue));
        for (auto const& skill : some_of(random, {"vpn", "sap", "print"})) agent.skills.push_back({skill, 1});
        agent.languages = some_of(random, {"de", "pl", "en"});
        agent.capacity = between(random, 0, 6);
        agent.is_available = !one_in(random, 5);
        agent.is_disabled = one_in(random, 8);
        if (!one_in(random, 3)) agent.last_assigned_at = instant(between(random, 0, 2));
        candidate.load = routing::plain_load(between(random, 0, 6));
        if (one_in(random, 2)) {
            candidate.load.units = between(random, 0, 6);
            candidate.load.by_channel[1] = between(random, 0, 3);
            if (one_in(random, 2)) agent.limits[1] = between(random, 0, 3);
        }
        out.facts.candidates.push_back(candidate);
    }
    std::ranges::shuffle(out.facts.candidates, random);
    if (one_in(random, 2)) out.facts.weight.units = between(random, 1, 3);
    if (one_in(random, 2)) out.facts.weight.channel = domain::Channel::phone;
    return out;
}

RoutingFacts const& facts_of(World& world) {
    world.facts.category = &world.category;
    return world.facts;
}

// The rules of place.h read aloud, one at a time, over everything there is.
std::pair<QueueId, AgentId> by_hand(RoutingFacts const& facts) {
    std::vector<QueueId> wishes;
    if (facts.queue_is_fixed) wishes.push_back(facts.current_queue);
    if (facts.category) wishes.push_back(facts.category->queue);
    wishes.push_back(facts.organization_queue);
    wishes.push_back(facts.address_queue);
    for (int id = 1; id <= 4; ++id) wishes.push_back(QueueId(id));
    domain::Queue const* queue = nullptr;
    for (auto wish : wishes)
        for (auto const& known : facts.queues)
            if (!queue && known.id == wish) queue = &known;
    if (!queue) return {};

    std::vector<std::string> skills = queue->skills;
    if (facts.category)
        for (auto const& skill : facts.category->skills) skills.push_back(skill == "VPN" ? "vpn" : skill);
    std::vector<std::tuple<double, std::int64_t, AgentId>> fits;
    for (auto const& one : facts.candidates) {
        auto const& agent = one.agent;
        int const used = one.load.units;
        if (agent.is_disabled || agent.role == domain::Role::light_agent || !agent.is_available) continue;
        if (std::ranges::count(agent.queues, queue->id) == 0) continue;
        if (agent.id == facts.current_agent) return {queue->id, agent.id};
        bool able = facts.language.empty() || std::ranges::count(agent.languages, facts.language) > 0;
        for (auto const& skill : skills)
            if (std::ranges::count(agent.skills, domain::Skill{skill, 1}) == 0) able = false;
        for (int unit = 1; unit <= facts.weight.units; ++unit)
            if (used + unit > agent.capacity) able = false;
        if (facts.weight.channel && agent.limits[1] && one.load.by_channel[1] + 1 > *agent.limits[1]) able = false;
        if (!able) continue;
        fits.emplace_back(double(used) / agent.capacity, agent.last_assigned_at ? micros(*agent.last_assigned_at) : -1,
                          agent.id);
    }
    std::ranges::sort(fits);
    return {queue->id, fits.empty() ? AgentId() : std::get<2>(fits.front())};
}

TEST(PlaceAgainstBruteForce, ChoosesTheSameQueueAndAgent) {
    Random random(1);
    int placed = 0;
    for (int i = cases(20'000, 1'000'000); i > 0; --i) {
        World world = any_world(random, 6);
        auto const& facts = facts_of(world);
        auto const placement = routing::place(facts);
        auto const [queue, agent] = by_hand(facts);
        ASSERT_EQ(placement.queue, queue) << i;
        ASSERT_EQ(placement.agent, agent) << i << ": " << placement.agent_because.text;
        placed += agent ? 1 : 0;
    }
    EXPECT_GT(placed, 1'000);
}

TEST(PlaceLaws, TheOrderOfTheFactsDoesNotMatter) {
    Random random(2);
    for (int i = cases(2'000, 100'000); i > 0; --i) {
        World world = any_world(random, 12);
        auto const first = routing::place(facts_of(world));
        std::ranges::shuffle(world.facts.candidates, random);
        std::ranges::shuffle(world.facts.queues, random);
        auto const second = routing::place(facts_of(world));
        ASSERT_EQ(first.queue, second.queue);
        ASSERT_EQ(first.agent, second.agent);
        ASSERT_EQ(first.queue_because, second.queue_because);
        ASSERT_EQ(first.agent_because, second.agent_because);
        ASSERT_EQ(first.considered.size(), second.considered.size());
        for (std::size_t k = 0; k < first.considered.size(); ++k) {
            ASSERT_EQ(first.considered[k].agent, second.considered[k].agent);
            ASSERT_EQ(first.considered[k].verdict, second.considered[k].verdict);
        }
    }
}

TEST(PlaceLaws, EveryPlacementTellsItsReason) {
    Random random(3);
    for (int i = cases(2'000, 100'000); i > 0; --i) {
        World world = any_world(random, 12);
        auto const out = routing::place(facts_of(world));
        for (auto const* because : {&out.queue_because, &out.agent_because}) {
            ASSERT_TRUE(because->code.starts_with("routing."));
            ASSERT_FALSE(because->source.empty());
            ASSERT_TRUE(because->text.ends_with('.')) << because->text;
        }
        ASSERT_EQ(out.queue_because.unproven,
                  out.queue_because.code == "routing.queue_by_category" && world.facts.category_is_unproven);
        ASSERT_LE(out.considered.size(), 8U);
        ASSERT_EQ(bool(out.agent), !out.considered.empty() && out.considered.front().verdict == "chosen");
    }
}

TEST(PlaceLaws, ADayOfTicketsNeverExceedsCapacityAndFillsEveryone) {
    Random random(4);
    for (int i = cases(50, 2'000); i > 0; --i) {
        World world = any_world(random, 12);
        world.facts.current_agent = {};
        for (auto& candidate : world.facts.candidates) candidate.load = {};
        int given = 0;
        for (;; ++given) {
            auto const out = routing::place(facts_of(world));
            if (!out.agent) break;
            auto& taker =
                *std::ranges::find(world.facts.candidates, out.agent, [](auto const& c) { return c.agent.id; });
            taker.load.add(world.facts.weight);
            ASSERT_LE(taker.load.units, taker.agent.capacity);
            auto const& limit = taker.agent.limits[1];
            if (world.facts.weight.channel && limit) ASSERT_LE(taker.load.by_channel[1], *limit);
            taker.agent.last_assigned_at = instant(given);
        }
        for (auto const& candidate : world.facts.candidates)
            ASSERT_TRUE(candidate.load.tickets == 0 ||
                        !routing::has_room(candidate.agent, candidate.load, world.facts.weight));
    }
}

TEST(PlaceLaws, EqualAgentsTakeTurns) {
    RoutingFacts facts;
    facts.queues.emplace_back().id = QueueId(1);
    for (int id = 1; id <= 3; ++id) {
        Candidate candidate;
        candidate.agent.id = AgentId(id);
        candidate.agent.queues = {QueueId(1)};
        candidate.agent.capacity = 10;
        facts.candidates.push_back(candidate);
    }
    for (int turn = 0; turn < 30; ++turn) {
        auto const out = routing::place(facts);
        ASSERT_EQ(out.agent, AgentId(turn % 3 + 1));
        auto& taker = facts.candidates[static_cast<std::size_t>(turn % 3)];
        taker.load.add({});
        taker.agent.last_assigned_at = instant(turn);
    }
    EXPECT_EQ(routing::place(facts).agent_because.code, "routing.all_full");
}

}  // namespace
}  // namespace lotse::property
