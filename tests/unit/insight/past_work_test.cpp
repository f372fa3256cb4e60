// SPDX-License-Identifier: Apache-2.0
#include "insight/past_work.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "insight/pace.h"

namespace lotse::insight {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr Instant kMonday = instant(1'799'625'600'000'000);  // 2027-01-11T00:00Z
constexpr Instant kOpened = kMonday + hours{9};

class PastWorkTest : public testing::Test {
  protected:
    PastWork told(PastFacts facts) {
        facts.opened_at = kOpened;
        return past_work(std::move(facts), clock_, &done_);
    }
    OpenClock clock_{domain::always_open(), kMonday - days{1}, kMonday + days{20}};
    std::vector<DoneVisit> done_;
};

TEST_F(PastWorkTest, ActsWithinHalfAnHourAreOneVisit) {
    PastFacts facts;
    facts.first_reply_at = kOpened + minutes{65};
    facts.solved_at = kOpened + minutes{70};
    facts.acts = {{kOpened + minutes{60}, ActKind::worked, 3},
                  {kOpened + minutes{65}, ActKind::replied, 3},
                  {kOpened + minutes{70}, ActKind::solved, 3}};
    auto const work = told(facts);
    ASSERT_EQ(work.visits.size(), 1U);
    EXPECT_EQ(work.visits[0].since_opened, minutes{60});
    EXPECT_EQ(work.reply_visit, 0U);
    EXPECT_EQ(work.ended_at, kOpened + minutes{70});
    ASSERT_EQ(done_.size(), 1U);
    EXPECT_EQ(done_[0].to - done_[0].from, minutes{10});
}

TEST_F(PastWorkTest, WaitingForTheCustomerPausesUntilTheyWrite) {
    PastFacts facts;
    facts.first_reply_at = kOpened + hours{1};
    facts.solved_at = kOpened + hours{8};
    facts.acts = {{kOpened + hours{1}, ActKind::replied, 3},
                  {kOpened + hours{1}, ActKind::waiting, 0},
                  {kOpened + hours{5}, ActKind::customer_wrote, 0},
                  {kOpened + hours{8}, ActKind::solved, 4}};
    auto const work = told(facts);
    ASSERT_EQ(work.visits.size(), 2U);
    EXPECT_EQ(work.visits[1].after, hours{4});
    EXPECT_TRUE(work.visits[1].is_prompted);
    EXPECT_TRUE(work.visits[1].is_paused);
    EXPECT_TRUE(work.visits[1].is_passed_on);
    EXPECT_EQ(work.course.paused, hours{4});
}

TEST_F(PastWorkTest, WhatComesBackAfterItWasSolvedWasReopened) {
    PastFacts facts;
    facts.solved_at = kOpened + hours{30};
    facts.acts = {{kOpened + hours{1}, ActKind::solved, 3},
                  {kOpened + hours{20}, ActKind::customer_wrote, 0},
                  {kOpened + hours{20}, ActKind::reopened, 0},
                  {kOpened + hours{30}, ActKind::solved, 3}};
    auto const work = told(facts);
    EXPECT_TRUE(work.was_reopened);
    EXPECT_EQ(work.ended_at, kOpened + hours{30});
    EXPECT_EQ(work.course.paused, hours{19});
}

TEST_F(PastWorkTest, WithoutActsTheTicketsTimesAreTheOwners) {
    PastFacts facts;
    facts.owner = 5;
    facts.first_reply_at = kOpened + hours{2};
    facts.solved_at = kOpened + hours{6};
    auto const work = told(facts);
    ASSERT_EQ(work.visits.size(), 2U);
    EXPECT_EQ(work.visits[1].after, hours{4});
    EXPECT_FALSE(work.visits[1].is_prompted);
    EXPECT_EQ(done_[0].agent, 5);
}

TEST_F(PastWorkTest, WhatNobodyTouchedNeededNobody) {
    PastFacts facts;
    facts.solved_at = kOpened + hours{1};
    EXPECT_TRUE(told(facts).visits.empty());
    EXPECT_TRUE(told({}).visits.empty());
    EXPECT_FALSE(told({}).ended_at);
}

TEST(LearnHours, AreThoseOfTheActs) {
    ModelPerson person;
    std::vector<Instant> acts;
    for (int day = 0; day < 28; ++day)
        if (day % 7 < 4)
            for (int hour = 9; hour < 15; ++hour) acts.push_back(kMonday + days{day} + hours{hour} + minutes{30});
    auto const zone = domain::Zone::find("UTC");
    learn_hours(person, acts, *zone, kMonday, kMonday + days{28});
    ASSERT_TRUE(person.usual.days[0]);
    EXPECT_EQ(person.usual.days[0]->from, 9 * 60);
    EXPECT_EQ(person.usual.days[0]->to, 15 * 60);
    EXPECT_FALSE(person.usual.days[4]);
    EXPECT_DOUBLE_EQ(person.usual.attendance, 1);
    EXPECT_EQ(person.days_there.size(), 16U);
    learn_hours(person, {}, *zone, kMonday, kMonday + days{28});
    EXPECT_EQ(person.usual.attendance, 0);
}

// Two acts a week: that nothing was done for two days says nothing, that nothing was done for five weeks does.
TEST(LearnHours, IdleDaysAreAnAbsenceOnlyWhereChanceHardlyMakesThem) {
    ModelPerson person;
    std::vector<Instant> acts;
    for (int week = 0; week < 20; ++week)
        if (week < 8 || week >= 13)
            for (int const day : {0, 1, 2, 3, 4})
                if ((week + day) % 3 != 0) acts.push_back(kMonday + days{7 * week + day} + hours{10 + day});
    auto const zone = domain::Zone::find("UTC");
    learn_hours(person, acts, *zone, kMonday, kMonday + days{140});
    EXPECT_NEAR(person.usual.attendance, 0.75, 0.02);
    auto const there = [&](int day) {
        return std::ranges::binary_search(person.days_there, (kMonday + days{day}).time_since_epoch() / days{1});
    };
    EXPECT_TRUE(there(0));
    EXPECT_TRUE(there(7 + 2));
    EXPECT_FALSE(there(7 * 10));
    EXPECT_FALSE(there(5));
}

// Everything is done in the first hour of an office day, whenever it came; the weekend and the night do not count as waiting.
TEST(LearnPace, IsWhenThingsAreDone) {
    DeskModel model;
    model.calendars = {domain::always_open()};
    model.history_from = kMonday;
    model.now = kMonday + days{70};
    for (int day = 0; day < 70; ++day) {
        if (day % 7 >= 5) continue;
        for (int i = 0; i < 4; ++i) {
            PastWork past;
            past.opened_at = kMonday + days{day} + hours{6 * i};
            int const late = i < 2 ? 0 : day % 7 == 4 ? 3 : 1;
            auto const done = kMonday + days{day + late} + hours{9} + minutes{30};
            past.visits.resize(1);
            past.visits[0].is_prompted = true;
            past.visits[0].since_opened = done - past.opened_at;
            model.past.push_back(past);
        }
    }
    learn_pace(model, model.now);
    EXPECT_GT(model.pace.by_hour[9] * model.pace.by_day[0], 0.5);
    EXPECT_EQ(model.pace.by_hour[3], 0);
    EXPECT_EQ(model.pace.by_day[6], 0);
    measure_waits(model);
    // Friday 12:00 to Monday 9:30, and Monday 0:00 to 9:30: half of the one hour in which things are done.
    auto const& friday = model.past[4 * 4 + 2].visits[0].wait;
    auto const& monday = model.past[0].visits[0].wait;
    EXPECT_NEAR(static_cast<double>(friday.count()), static_cast<double>(monday.count()), 60e6);
}

TEST(LearnTouches, AreTheTimesBetweenVisitsOfOnePerson) {
    DeskModel model;
    model.kinds.resize(2);
    std::vector<DoneVisit> visits;
    for (int i = 0; i < 60; ++i) visits.push_back({7, 0, kMonday + minutes{12 * i}, kMonday + minutes{12 * i}});
    learn_touches(model, visits);
    EXPECT_NEAR(std::exp(model.kinds[0].touch_log_mean), 12, 0.01);
    EXPECT_NEAR(std::exp(model.kinds[1].touch_log_mean), 12, 0.01);
    learn_touches(model, {});
    EXPECT_NEAR(std::exp(model.kinds[0].touch_log_mean), 10, 0.1);
}

TEST(OpenClockTest, AgreesWithTheCalendar) {
    auto calendar = domain::always_open("Europe/Berlin");
    for (auto& day : calendar.week) day = {{8 * 60 + 30, 12 * 60}, {13 * 60, 17 * 60}};
    OpenClock const clock(calendar, kMonday, kMonday + days{20});
    for (int i = 1; i < 300; ++i) {
        auto const from = kMonday + hours{3} + minutes{15 * (i % 40)};
        auto const to = from + minutes{15 * i};
        EXPECT_EQ(clock.between(from, to), domain::open_time_between(calendar, from, to));
        auto const due = domain::add_open_time(calendar, from, minutes{15 * (i % 50 + 1)});
        EXPECT_EQ(clock.add(from, minutes{15 * (i % 50 + 1)}), *due);
    }
    EXPECT_EQ(clock.between(kMonday + days{2}, kMonday), Duration{});
}

}  // namespace
}  // namespace lotse::insight
