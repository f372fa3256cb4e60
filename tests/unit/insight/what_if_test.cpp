// SPDX-License-Identifier: Apache-2.0
// A desk whose truth is known: its history is made by a life, and what is learned from it is held against that.
#include "insight/what_if.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "insight/back_test.h"
#include "insight/pace.h"
#include "insight/past_work.h"

namespace lotse::insight {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant kMonday = instant(1'799'625'600'000'000);  // 2027-01-11T00:00Z
constexpr int kWeeks = 10;

struct Truth {
    int people = 4;
    int a_day = 60;
    double touch_minutes = 20;
    std::uint64_t seed = 1;
    double turns_sigma = 1;  // of when somebody turns to what came
};

domain::Calendar office() {
    auto out = domain::always_open();
    for (std::size_t day = 0; day < 7; ++day) out.week[day].clear();
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{8 * 60, 17 * 60}};
    return out;
}

DeskModel empty_desk(Truth const& truth) {
    DeskModel out;
    domain::Queue queue;
    queue.id = domain::QueueId(1);
    out.queues = {queue};
    out.calendars = {office()};
    for (auto const priority : {domain::Priority::normal, domain::Priority::urgent}) {
        WorkKind kind;
        kind.requirement.queue = queue.id;
        kind.requirement.priority = priority;
        kind.first_reply = hours{priority == domain::Priority::urgent ? 1 : 4};
        kind.solution = hours{16};
        kind.touch_log_mean = std::log(truth.touch_minutes);
        kind.touch_log_sigma = 0.6;
        out.kinds.push_back(kind);
    }
    for (int i = 0; i < truth.people; ++i) {
        ModelPerson one;
        one.agent.id = domain::AgentId(i + 1);
        one.agent.queues = {queue.id};
        one.agent.capacity = 1'000'000;
        for (std::size_t day = 0; day < 5; ++day) one.usual.days[day] = domain::Interval{8 * 60, 17 * 60};
        for (int day = 0; day < 7 * kWeeks; ++day)
            if (day % 7 < 5) one.days_there.push_back((kMonday + days{day}).time_since_epoch() / days{1});
        out.people.push_back(one);
    }
    out.history_from = kMonday;
    out.now = kMonday + days{7 * kWeeks};
    return out;
}

// Everything that came is one visit or two, an hour's wait for the customer between them.
DeskModel desk_with_history(Truth const& truth) {
    auto out = empty_desk(truth);
    std::mt19937_64 random(truth.seed);
    std::uniform_int_distribution<std::int64_t> when(0, 9 * 3600);
    std::lognormal_distribution<double> turns_after(std::log(10.0), truth.turns_sigma);  // minutes
    std::lognormal_distribution<double> touch(std::log(truth.touch_minutes), 0.6);
    auto const wait = [&] {
        return std::chrono::seconds{static_cast<std::int64_t>((turns_after(random) + touch(random)) * 60)};
    };
    for (int day = 0; day < 7 * kWeeks; ++day) {
        if (day % 7 >= 5) continue;
        for (int i = 0; i < truth.a_day; ++i) {
            PastWork past;
            past.opened_at = kMonday + days{day} + hours{8} + std::chrono::seconds{when(random)};
            past.kind = random() % 10 == 0 ? 1 : 0;
            past.visits.resize(random() % 3 == 0 ? 2 : 1);
            past.visits[0].is_prompted = true;
            past.visits[0].wait = wait();
            past.ended_at = past.opened_at;
            if (past.visits.size() == 2) past.visits[1] = {{}, {}, hours{1}, true, true, false, wait()};
            out.past.push_back(past);
        }
    }
    std::ranges::sort(out.past, {}, &PastWork::opened_at);
    auto const variant = as_it_is(out);
    Donors const donors(variant.model, out.now);
    auto const clocks = clocks_for(out, out.history_from, out.now + days{1});
    auto const life = draw_past(variant, donors, clocks, out.history_from, out.now, {truth.seed, 77});
    auto const lived = live(life);
    for (std::size_t i = 0; i < life.tickets.size(); ++i) {
        auto& past = out.past[i];
        auto const& ticket = life.tickets[i];
        past.kind = ticket.kind;
        past.course = lived.tickets[i].course;
        past.ended_at = past.course.solved_at;
        past.visits.clear();
        past.reply_visit = ticket.reply_visit;
        // As a log tells it: of what was done, and when.
        for (std::uint32_t v = 0; v < ticket.visits; ++v) {
            auto const done = v + 1 < ticket.visits ? past.course.replied_at : past.course.solved_at;
            if (!done) break;
            past.visits.push_back(life.visits[ticket.first_visit + v].visit);
            past.visits.back().since_opened = *done - past.opened_at;
        }
    }
    learn_pace(out, out.now - days{kTestDays});
    measure_waits(out);
    return out;
}

domain::SimulationQuestion question(int runs = 30) {
    domain::SimulationQuestion out;
    out.runs = runs;
    out.days = 14;
    return out;
}

double half(Spread const& spread) { return (spread.high - spread.low) / 2; }

TEST(WhatIf, IsBelievedOfADeskThatItWasMadeFrom) {
    auto model = desk_with_history({});
    for (auto& kind : model.kinds) kind.touch_log_mean += std::log(2.0);  // what was guessed is twice too long
    ASSERT_TRUE(calibrate(model, 1, {}));
    auto const test = back_test(model, 40, 1, {});
    ASSERT_TRUE(test);
    for (auto const& one : test->headlines)
        EXPECT_TRUE(one.is_near) << kFigureNames[static_cast<std::size_t>(one.figure)] << " " << one.actual << " "
                                 << one.simulated.mean;
    EXPECT_EQ(test->verdict, Verdict::believable);
    EXPECT_GE(test->headlines.size(), 6U);
}

// So few that chance moves a month by more than a fault of the model would.
TEST(WhatIf, IsNotToldOfADeskTooSmallToTell) {
    auto model = desk_with_history({2, 4, 20, 9, 2.5});
    ASSERT_TRUE(calibrate(model, 1, {}));
    auto const test = back_test(model, 40, 1, {});
    ASSERT_TRUE(test);
    ASSERT_TRUE(test->level);
    EXPECT_GT(test->level->chance, 0.145);
    EXPECT_EQ(test->verdict, Verdict::too_uncertain);
}

TEST(WhatIf, LivesThePastWithItsSettingsAndTheFutureWithTodays) {
    auto model = desk_with_history({3, 30, 15, 3});
    model.past_queues = model.queues;
    model.queues[0].assignment = domain::Assignment::pull;
    EXPECT_EQ(as_it_was(model).model.queues[0].assignment, domain::Assignment::push);
    EXPECT_EQ(as_it_is(model).model.queues[0].assignment, domain::Assignment::pull);
}

TEST(WhatIf, IsNotBelievedWhereTheTestWeeksWereOfAnotherKind) {
    auto model = desk_with_history({});
    auto const late = model.now - days{kTestDays};
    for (auto& past : model.past)
        if (past.opened_at >= late && past.course.replied_at) *past.course.replied_at += hours{6};
    ASSERT_TRUE(calibrate(model, 1, {}));
    auto const test = back_test(model, 20, 1, {});
    ASSERT_TRUE(test);
    EXPECT_EQ(test->verdict, Verdict::off);
}

TEST(WhatIf, LearnsNothingFromTheWeeksThatItIsTestedOn) {
    auto model = desk_with_history({});
    auto other = model;
    auto const late = model.now - days{kTestDays};
    for (auto& past : other.past)
        if (past.opened_at >= late) {
            past.course.replied_at = past.opened_at + hours{50};
            past.ended_at.reset();
            past.visits.assign(7, Visit{});
        }
    ASSERT_TRUE(calibrate(model, 1, {}));
    ASSERT_TRUE(calibrate(other, 1, {}));
    EXPECT_EQ(model.touch_scale, other.touch_scale);
    EXPECT_EQ(model.wait_scale, other.wait_scale);
    auto const one = back_test(model, 5, 1, {});
    auto const two = back_test(other, 5, 1, {});
    EXPECT_EQ(one->headlines[0].simulated.mean, two->headlines[0].simulated.mean);
}

TEST(WhatIf, OneMorePersonMakesWaitsShorterAndPairsTellItSharper) {
    auto model = desk_with_history({4, 60, 20, 2});
    ASSERT_TRUE(calibrate(model, 1, {}));
    domain::WhatIf what;
    what.add.push_back({domain::AgentId(1), 1, {}, {"de"}, {}});
    auto const after = apply(model, what);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->model.people.size(), 5U);
    auto const told = compare(as_it_is(model), *after, question(), {});
    ASSERT_TRUE(told);
    auto const& late = told->figures[static_cast<std::size_t>(Figure::late_first_reply)];
    EXPECT_LT(late.difference.high, 0);
    for (auto const figure : {Figure::solved, Figure::occupancy, Figure::backlog}) {
        auto const& one = told->figures[static_cast<std::size_t>(figure)];
        EXPECT_LT(half(one.difference), one.unpaired_half) << kFigureNames[static_cast<std::size_t>(figure)];
    }
    auto const& hours_of = told->figures[static_cast<std::size_t>(Figure::hours)];
    EXPECT_NEAR(hours_of.after.mean / hours_of.before.mean, 1.25, 0.05);
}

TEST(WhatIf, NothingAskedIsNoDifference) {
    auto const model = desk_with_history({3, 30, 15, 3});
    auto const told = compare(as_it_is(model), as_it_is(model), question(20), {});
    ASSERT_TRUE(told);
    for (auto const& one : told->figures)
        if (one.difference.n > 0) EXPECT_EQ(one.difference.mean, 0);
}

TEST(WhatIf, TheSameSeedIsTheSameAnswer) {
    auto const model = desk_with_history({3, 40, 15, 3});
    auto asked = question(20);
    domain::WhatIf what;
    what.volume.push_back({{}, {}, 1.3});
    auto const after = apply(model, what);
    auto const one = compare(as_it_is(model), *after, asked, {});
    auto const two = compare(as_it_is(model), *after, asked, {});
    asked.seed = 2;
    auto const other = compare(as_it_is(model), *after, asked, {});
    auto const at = static_cast<std::size_t>(Figure::first_reply_p90);
    EXPECT_EQ(one->figures[at].after.mean, two->figures[at].after.mean);
    EXPECT_NE(one->figures[at].after.mean, other->figures[at].after.mean);
    EXPECT_GT(one->figures[static_cast<std::size_t>(Figure::solved)].difference.mean, 0);
}

TEST(WhatIf, LessWorkForPeopleIsLessWork) {
    auto const model = desk_with_history({3, 50, 15, 4});
    domain::WhatIf what;
    what.automation = 0.3;
    auto const told = compare(as_it_is(model), *apply(model, what), question(20), {});
    ASSERT_TRUE(told);
    auto const& busy = told->figures[static_cast<std::size_t>(Figure::occupancy)];
    EXPECT_NEAR(busy.after.mean / busy.before.mean, 0.7, 0.08);
}

TEST(WhatIf, SaysWhoIsNotOfTheDesk) {
    auto const model = empty_desk({});
    domain::WhatIf what;
    what.remove = {domain::AgentId(99)};
    EXPECT_EQ(apply(model, what).error().field, "/what/remove/0");
    what = {};
    what.volume.push_back({{}, domain::CategoryId(5), 2});
    EXPECT_EQ(apply(model, what).error().field, "/what/volume/0/category");
}

TEST(WhatIf, ADeskWithoutHistoryOrPeopleIsNoFault) {
    auto model = empty_desk({0, 0, 20, 1});
    ASSERT_TRUE(calibrate(model, 1, {}));
    EXPECT_EQ(back_test(model, 5, 1, {})->verdict, Verdict::too_little_history);
    auto const told = compare(as_it_is(model), as_it_is(model), question(20), {});
    ASSERT_TRUE(told);
    EXPECT_EQ(told->figures[static_cast<std::size_t>(Figure::backlog)].before.mean, 0);
    auto lonely = desk_with_history({3, 20, 15, 5});
    lonely.people.clear();
    EXPECT_EQ(back_test(lonely, 5, 1, {})->verdict, Verdict::nobody_works);
}

TEST(WhatIf, StopsWhenItIsTold) {
    auto const model = desk_with_history({3, 20, 15, 5});
    auto const told = compare(as_it_is(model), as_it_is(model), question(), [](double done) { return done < 0.5; });
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code, "simulation.stopped");
}

}  // namespace
}  // namespace lotse::insight
