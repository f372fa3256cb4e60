// SPDX-License-Identifier: Apache-2.0
#include "insight/simulate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace lotse::insight {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant kStart = instant(1'800'000'000'000'000);
constexpr std::array kPolicies{Policy::least_loaded, Policy::least_loaded_by_due, Policy::fcfs_alis,
                               Policy::slack_index};

SimulatedAgent an_agent(std::int64_t id, std::vector<Shift> shifts) {
    SimulatedAgent out;
    out.agent.id = domain::AgentId(id);
    out.agent.queues = {domain::QueueId(1)};
    out.agent.languages = {"en"};
    out.shifts = std::move(shifts);
    return out;
}

Scenario a_desk(std::size_t agents, Duration shift) {
    Scenario out;
    routing::Requirement asks;
    asks.queue = domain::QueueId(1);
    asks.language = "en";
    for (auto const priority : {domain::Priority::normal, domain::Priority::urgent}) {
        asks.priority = priority;
        out.requirements.push_back(asks);
    }
    for (std::size_t i = 0; i < agents; ++i)
        out.agents.push_back(an_agent(static_cast<std::int64_t>(i) + 1, {{kStart, kStart + shift}}));
    return out;
}

void add(Scenario& desk, Duration at, Duration touch, std::size_t requirement = 0) {
    desk.tickets.push_back({kStart + at, hours{8}, requirement, touch, static_cast<std::int64_t>(desk.tickets.size())});
}

TEST(Simulate, OnePersonDoesOneAfterTheOther) {
    auto desk = a_desk(1, hours{8});
    add(desk, minutes{0}, minutes{30});
    add(desk, minutes{10}, minutes{30});
    for (auto const policy : kPolicies) {
        auto const lived = simulate(desk, policy);
        EXPECT_EQ(lived.tickets[0].done_at, kStart + minutes{30});
        EXPECT_EQ(lived.tickets[1].begun_at, kStart + minutes{30});
        EXPECT_EQ(lived.tickets[1].done_at, kStart + minutes{60});
        EXPECT_EQ(lived.busy[0], minutes{60});
        EXPECT_EQ(lived.at_work[0], hours{8});
    }
}

TEST(Simulate, BegunWorkIsFinishedAfterTheShiftAndTheRestWaits) {
    auto desk = a_desk(1, hours{1});
    desk.agents[0].shifts.push_back({kStart + hours{24}, kStart + hours{32}});
    add(desk, minutes{50}, minutes{30});
    add(desk, minutes{55}, minutes{30});
    for (auto const policy : kPolicies) {
        auto const lived = simulate(desk, policy);
        EXPECT_EQ(lived.tickets[0].done_at, kStart + minutes{80});
        EXPECT_EQ(lived.tickets[1].begun_at, kStart + hours{24});
        EXPECT_EQ(lived.at_work[0], hours{9} + minutes{20});
    }
}

TEST(Simulate, NobodyAtWorkLeavesEverythingUndone) {
    auto desk = a_desk(2, hours{1});
    for (auto& one : desk.agents) one.shifts.clear();
    add(desk, minutes{0}, minutes{30});
    for (auto const policy : kPolicies) EXPECT_EQ(simulate(desk, policy).tickets[0].done_at, std::nullopt);
}

TEST(Simulate, WhatIsUrgentInterrupts) {
    auto desk = a_desk(1, hours{8});
    add(desk, minutes{0}, minutes{60});
    add(desk, minutes{20}, minutes{10}, 1);
    auto const lived = simulate(desk, Policy::slack_index);
    EXPECT_EQ(lived.tickets[1].begun_at, kStart + minutes{20});
    EXPECT_EQ(lived.tickets[1].done_at, kStart + minutes{30});
    EXPECT_TRUE(lived.tickets[0].was_interrupted);
    EXPECT_EQ(lived.tickets[0].done_at, kStart + minutes{70} + kResume);
    EXPECT_EQ(simulate(desk, Policy::fcfs_alis).tickets[1].begun_at, kStart + minutes{60});
}

TEST(Simulate, WhatIsTooHeavyForTheRoomLeftLetsLighterOnesPass) {
    auto desk = a_desk(1, hours{8});
    desk.agents[0].agent.capacity = 5;
    desk.requirements[0].weight.units = 5;
    desk.requirements[1].priority = domain::Priority::low;
    add(desk, minutes{0}, minutes{10}, 1);
    add(desk, minutes{0}, minutes{60}, 1);
    for (int i = 0; i < 3; ++i) add(desk, minutes{1}, minutes{10}, 1);
    add(desk, minutes{2}, minutes{10}, 0);
    add(desk, minutes{3}, minutes{10}, 1);
    for (auto const policy : {Policy::least_loaded, Policy::least_loaded_by_due}) {
        auto const lived = simulate(desk, policy);
        EXPECT_EQ(lived.tickets[6].begun_at, kStart + minutes{100}) << "after those that came before it";
        EXPECT_EQ(lived.tickets[5].begun_at, kStart + minutes{110}) << "once it has the whole capacity";
    }
}

// A queue with one arrival stream, exponential times and s servers has a known mean wait (Erlang C).
TEST(Simulate, AgreesWithErlangC) {
    constexpr double kLoad = 2.4;  // of 3 people
    constexpr double kTouch = 10;  // minutes
    std::mt19937_64 random(3);
    std::exponential_distribution<double> gap(kLoad / kTouch);
    std::exponential_distribution<double> touch(1 / kTouch);
    auto desk = a_desk(3, hours{24 * 400});
    double at = 0;
    for (int i = 0; i < 100'000; ++i) {
        at += gap(random);
        add(desk, Duration{static_cast<std::int64_t>(at * 60e6)},
            Duration{static_cast<std::int64_t>(touch(random) * 60e6)});
    }
    double blocked = 1;  // Erlang B by its recursion
    for (int servers = 1; servers <= 3; ++servers) blocked = kLoad * blocked / (servers + kLoad * blocked);
    double const waits = blocked / (1 - kLoad / 3 * (1 - blocked));
    double const expected = waits * kTouch / (3 - kLoad);
    auto const lived = simulate(desk, Policy::fcfs_alis);
    double sum = 0;
    for (std::size_t i = 0; i < lived.tickets.size(); ++i)
        sum += static_cast<double>((*lived.tickets[i].begun_at - desk.tickets[i].opened_at).count()) / 60e6;
    EXPECT_NEAR(sum / static_cast<double>(lived.tickets.size()), expected, expected * 0.06);
}

// Whatever the policy, nothing is lost and nobody does two things at once.
TEST(Simulate, LosesNothing) {
    std::mt19937 random(5);
    auto desk = a_desk(4, hours{200});
    for (int i = 0; i < 2000; ++i) add(desk, minutes{i * 3}, minutes{1 + random() % 20}, random() % 20 == 0 ? 1 : 0);
    Duration work{};
    for (auto const& ticket : desk.tickets) work += ticket.touch;
    for (auto const policy : kPolicies) {
        auto const lived = simulate(desk, policy);
        Duration busy{};
        for (auto const one : lived.busy) busy += one;
        std::int64_t interruptions = 0;
        for (auto const& one : lived.tickets) {
            EXPECT_TRUE(one.done_at);
            interruptions += one.was_interrupted ? 1 : 0;
        }
        EXPECT_GE(busy, work);
        if (policy != Policy::slack_index) EXPECT_EQ(interruptions, 0);
        if (interruptions == 0) EXPECT_EQ(busy, work);
        EXPECT_EQ(simulate(desk, policy).busy, lived.busy);
    }
}

}  // namespace
}  // namespace lotse::insight
