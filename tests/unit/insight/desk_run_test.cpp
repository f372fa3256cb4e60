// SPDX-License-Identifier: Apache-2.0
#include "insight/desk_run.h"

#include <gtest/gtest.h>

#include <random>

#include "insight/desk_figures.h"

namespace lotse::insight {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant kStart = instant(1'800'000'000'000'000);

// One queue, one kind of ticket of each priority, everybody always there.
class DeskRun : public testing::Test {
  protected:
    void make(std::size_t people, domain::Assignment assignment, int days = 30) {
        domain::Queue queue;
        queue.id = domain::QueueId(1);
        queue.assignment = assignment;
        queue.hands_out_below = 1;
        model_.queues = {queue};
        model_.calendars = {domain::always_open()};
        for (auto const priority : {domain::Priority::normal, domain::Priority::urgent}) {
            WorkKind kind;
            kind.requirement.queue = queue.id;
            kind.requirement.priority = priority;
            kind.first_reply = hours{8};
            kind.solution = hours{24};
            model_.kinds.push_back(kind);
        }
        life_.from = kStart;
        life_.until = kStart + hours{24 * days};
        clocks_ = {OpenClock(model_.calendars[0], kStart - hours{1}, life_.until + hours{24})};
        life_.model = &model_;
        life_.clocks = &clocks_;
        for (std::size_t i = 0; i < people; ++i) {
            RunPerson one;
            one.agent.id = domain::AgentId(static_cast<std::int64_t>(i) + 1);
            one.agent.queues = {queue.id};
            one.agent.capacity = 1'000'000;
            one.shifts = {{kStart, life_.until}};
            life_.people.push_back(one);
        }
    }
    RunTicket& add(Duration at, std::vector<Duration> const& touches, std::uint32_t kind = 0) {
        RunTicket one;
        one.opened_at = one.starts_at = kStart + at;
        one.kind = kind;
        one.first_visit = static_cast<std::uint32_t>(life_.visits.size());
        one.visits = static_cast<std::uint32_t>(touches.size());
        for (auto const touch : touches) life_.visits.push_back({{}, touch, {}});
        life_.tickets.push_back(one);
        return life_.tickets.back();
    }
    // Poisson arrivals and exponential times; the load of one person.
    void add_stream(double load, double touch_minutes, int count) {
        std::mt19937_64 random(11);
        std::exponential_distribution<double> gap(load / touch_minutes);
        std::exponential_distribution<double> touch(1 / touch_minutes);
        double at = 0;
        for (int i = 0; i < count; ++i) {
            at += gap(random);
            add(Duration{static_cast<std::int64_t>(at * 60e6)},
                {Duration{static_cast<std::int64_t>(touch(random) * 60e6)}});
        }
    }
    // Mean of waiting and being served, in minutes, with the interval of batch means.
    Spread mean_stay() const {
        auto const lived = live(life_);
        std::vector<double> batches(30, 0.0);
        std::size_t const each = life_.tickets.size() / batches.size();
        for (std::size_t i = 0; i < each * batches.size(); ++i)
            batches[i / each] +=
                static_cast<double>((*lived.tickets[i].course.solved_at - life_.tickets[i].opened_at).count()) / 60e6 /
                static_cast<double>(each);
        return mean_of(batches);
    }

    DeskModel model_;
    std::vector<OpenClock> clocks_;
    Life life_;
};

double erlang_stay(int servers, double load, double touch) {
    double blocked = 1;  // Erlang B by its recursion
    for (int n = 1; n <= servers; ++n) blocked = load * blocked / (n + load * blocked);
    double const waits = blocked / (1 - load / servers * (1 - blocked));
    return waits * touch / (servers - load) + touch;
}

TEST_F(DeskRun, AgreesWithOneServerWithinItsInterval) {
    make(1, domain::Assignment::pull, 800);
    add_stream(0.7, 10, 60'000);
    auto const stay = mean_stay();
    EXPECT_LE(stay.low, erlang_stay(1, 0.7, 10));
    EXPECT_GE(stay.high, erlang_stay(1, 0.7, 10));
    EXPECT_LT(stay.high - stay.low, 6);
}

TEST_F(DeskRun, AgreesWithErlangCWithinItsInterval) {
    make(3, domain::Assignment::pull, 800);
    add_stream(2.4, 10, 60'000);
    auto const stay = mean_stay();
    EXPECT_LE(stay.low, erlang_stay(3, 2.4, 10));
    EXPECT_GE(stay.high, erlang_stay(3, 2.4, 10));
    EXPECT_LT(stay.high - stay.low, 3);
}

TEST_F(DeskRun, OnePersonOnPushDoesOneAfterTheOther) {
    make(1, domain::Assignment::push);
    add(minutes{0}, {minutes{30}});
    add(minutes{10}, {minutes{30}});
    add(minutes{20}, {minutes{30}}, 1);
    auto const lived = live(life_);
    EXPECT_NEAR(static_cast<double>((*lived.tickets[0].course.solved_at - kStart).count()), 30 * 60e6, 10);
    EXPECT_NEAR(static_cast<double>((*lived.tickets[2].course.solved_at - kStart).count()), 60 * 60e6, 10);
    EXPECT_NEAR(static_cast<double>((*lived.tickets[1].course.solved_at - kStart).count()), 90 * 60e6, 10);
    EXPECT_NEAR(static_cast<double>(lived.busy[0].count()), 90 * 60e6, 10);
    EXPECT_EQ(lived.at_work[0], hours{24 * 30});
}

TEST_F(DeskRun, NobodyThereLeavesEverythingOpen) {
    for (auto const assignment : {domain::Assignment::push, domain::Assignment::pull}) {
        model_ = {};
        life_ = {};
        make(0, assignment);
        add(minutes{0}, {minutes{30}});
        auto const lived = live(life_);
        EXPECT_FALSE(lived.tickets[0].course.replied_at);
        auto const figures = figures_of(life_, lived);
        EXPECT_EQ(figures[Figure::backlog], 1);
        EXPECT_EQ(figures[Figure::late_first_reply], 1);
        EXPECT_TRUE(std::isnan(figures[Figure::occupancy]));
    }
}

TEST_F(DeskRun, NobodyOnShiftIsAsNobodyThere) {
    make(2, domain::Assignment::push);
    for (auto& one : life_.people) one.shifts.clear();
    add(minutes{0}, {minutes{30}});
    EXPECT_FALSE(live(life_).tickets[0].course.solved_at);
}

TEST_F(DeskRun, TenThousandAtOnceAreAllDone) {
    for (auto const assignment : {domain::Assignment::push, domain::Assignment::pull}) {
        model_ = {};
        life_ = {};
        make(5, assignment);
        life_.people[0].agent.capacity = 3;  // what has no room yet waits
        for (int i = 0; i < 10'000; ++i) add(minutes{0}, {minutes{5}});
        auto const lived = live(life_);
        Duration busy{};
        for (auto const one : lived.busy) busy += one;
        EXPECT_NEAR(static_cast<double>(busy.count()), 50'000 * 60e6, 1e6);
        for (auto const& one : lived.tickets) ASSERT_TRUE(one.course.solved_at);
    }
}

TEST_F(DeskRun, VisitsComeBackToTheirOwnerAndPausesDoNotCount) {
    make(2, domain::Assignment::pull);
    auto& ticket = add(minutes{0}, {minutes{10}, minutes{20}, minutes{5}});
    ticket.reply_visit = 1;
    life_.visits[1].visit.after = hours{2};
    life_.visits[1].visit.is_paused = true;
    life_.visits[2].visit.after = hours{1};
    life_.visits[2].visit.is_passed_on = true;
    auto const lived = live(life_);
    auto const& course = lived.tickets[0].course;
    EXPECT_NEAR(static_cast<double>((*course.replied_at - kStart).count()), 150 * 60e6, 20);
    EXPECT_NEAR(static_cast<double>((*course.solved_at - kStart).count()), 215 * 60e6, 20);
    EXPECT_NEAR(static_cast<double>(course.paused.count()), 120 * 60e6, 20);
    EXPECT_TRUE(lived.tickets[0].was_passed_on);
    EXPECT_GT(lived.busy[0], Duration{});
    EXPECT_GT(lived.busy[1], Duration{});
}

// Of two people alike the one who is free for longest has a slot and too few units: the other is asked, and what is lighter
// still goes to the first.
TEST_F(DeskRun, WhoHasASlotButTooFewUnitsDoesNotKeepOthersFromIt) {
    make(2, domain::Assignment::pull);
    model_.queues[0].hands_out_below = 3;
    model_.kinds[0].requirement.weight.units = 4;
    model_.kinds[1].requirement.priority = domain::Priority::normal;
    for (auto& one : life_.people) one.agent.capacity = 6;
    add(minutes{0}, {minutes{600}});
    add(minutes{1}, {minutes{30}});
    add(minutes{2}, {minutes{30}}, 1);
    auto const lived = live(life_);
    EXPECT_NEAR(static_cast<double>((*lived.tickets[1].course.solved_at - kStart).count()), 31 * 60e6, 10);
    EXPECT_GT(lived.busy[0], Duration{});
    EXPECT_GT(lived.busy[1], Duration{});
}

TEST_F(DeskRun, WhatIsTooHeavyForAnybodyIsGivenByHand) {
    for (auto const assignment : {domain::Assignment::push, domain::Assignment::pull}) {
        model_ = {};
        life_ = {};
        make(2, assignment);
        model_.kinds[0].requirement.weight.units = 8;
        for (auto& one : life_.people) one.agent.capacity = 6;
        add(minutes{0}, {minutes{30}});
        add(minutes{1}, {minutes{30}}, 1);
        auto const lived = live(life_);
        ASSERT_TRUE(lived.tickets[0].course.solved_at);
        EXPECT_NEAR(static_cast<double>((*lived.tickets[0].course.solved_at - kStart).count()), 30 * 60e6, 10);
        EXPECT_TRUE(lived.tickets[1].course.solved_at);
    }
}

TEST_F(DeskRun, WhatIsOpenedIsLivedTheSameWayTwice) {
    make(3, domain::Assignment::push);
    add_stream(2.4, 10, 2'000);
    auto const one = live(life_);
    auto const other = live(life_);
    EXPECT_EQ(one.busy, other.busy);
    for (std::size_t i = 0; i < one.tickets.size(); ++i)
        EXPECT_EQ(one.tickets[i].course.solved_at, other.tickets[i].course.solved_at);
}

}  // namespace
}  // namespace lotse::insight
