// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar.h"

#include <gtest/gtest.h>

#include "base/must.h"

namespace lotse::domain {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

Instant at(std::string_view text) { return parse_rfc3339(text).value(); }

// Monday to Friday 09:00-12:30 and 13:30-18:00.
Calendar office(std::string zone = "Europe/Berlin") {
    Calendar out;
    out.name = "Office";
    out.time_zone = std::move(zone);
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{540, 750}, {810, 1080}};
    return out;
}

Calendar daily(std::string zone, int from, int to) {
    Calendar out;
    out.time_zone = std::move(zone);
    out.week.fill({{from, to}});
    return out;
}

std::string due(Calendar const& calendar, std::string_view from, Duration work) {
    auto const reached = add_open_time(calendar, at(from), work);
    return reached.has_value() ? to_rfc3339(*reached).substr(0, 19) : reached.error().code;
}

TEST(AddOpenTime, GoesAroundLunch) {
    EXPECT_EQ(due(office(), "2026-11-25T12:00:00+01:00", 1h), "2026-11-25T13:00:00");  // 14:00 in Berlin
}

TEST(AddOpenTime, EndsAtClosingTimeNotAtTheNextOpening) {
    EXPECT_EQ(due(office(), "2026-11-27T14:00:00+01:00", 4h), "2026-11-27T17:00:00");  // Friday 18:00
    EXPECT_EQ(due(office(), "2026-11-27T14:00:00+01:00", 4h + 1us), "2026-11-30T08:00:00");
}

TEST(AddOpenTime, OfNothingIsTheNextOpenInstant) {
    EXPECT_EQ(due(office(), "2026-11-25T10:15:00+01:00", 0us), "2026-11-25T09:15:00");
    EXPECT_EQ(due(office(), "2026-11-25T12:30:00+01:00", 0us), "2026-11-25T12:30:00");
    EXPECT_EQ(due(office(), "2026-11-28T03:00:00+01:00", 0us), "2026-11-30T08:00:00");
    EXPECT_EQ(due(office(), "2026-11-28T03:00:00+01:00", -5h), "2026-11-30T08:00:00");
}

// Berlin loses an hour on Sunday 29 March 2026, yet four hours promised on the Friday at 16:00 end on Monday at 11:00
// on the customer's clock, and the same in October when an hour is won.
TEST(AddOpenTime, KeepsTheCustomersClockOverBothChangesOfTheYear) {
    auto plain = daily("Europe/Berlin", 540, 1080);
    plain.week[5].clear();
    plain.week[6].clear();
    EXPECT_EQ(due(plain, "2026-03-27T16:00:00+01:00", 4h), "2026-03-30T09:00:00");  // 11:00 +02:00
    EXPECT_EQ(due(plain, "2026-10-23T16:00:00+02:00", 4h), "2026-10-26T10:00:00");  // 11:00 +01:00
}

TEST(AddOpenTime, SkippedMinutesDoNotExist) {
    auto const night = daily("Europe/Berlin", 60, 240);  // 01:00-04:00
    EXPECT_EQ(open_time_between(night, at("2026-03-28T23:00:00Z"), at("2026-03-29T12:00:00Z")), 2h);
    EXPECT_EQ(due(night, "2026-03-29T00:30:00Z", 1h), "2026-03-29T01:30:00");
}

TEST(AddOpenTime, RepeatedMinutesCountTwice) {
    auto const night = daily("Europe/Berlin", 60, 240);
    EXPECT_EQ(open_time_between(night, at("2026-10-24T22:00:00Z"), at("2026-10-25T12:00:00Z")), 4h);
}

TEST(AddOpenTime, LordHoweShiftsByHalfAnHour) {
    auto const night = daily("Australia/Lord_Howe", 60, 180);  // 01:00-03:00; 5 April 2026 repeats 01:30-02:00
    EXPECT_EQ(open_time_between(night, at("2026-04-04T12:00:00Z"), at("2026-04-05T00:00:00Z")), 2h + 30min);
    EXPECT_EQ(open_time_between(night, at("2026-10-03T12:00:00Z"), at("2026-10-04T00:00:00Z")), 1h + 30min);
}

TEST(AddOpenTime, ApiaHadNoThirtiethOfDecember2011) {
    auto const samoa = office("Pacific/Apia");
    // Thursday 29 at 17:00 (UTC-10) is followed by Saturday 31; two hours end on Monday 2 January at 10:00 (UTC+14).
    EXPECT_EQ(due(samoa, "2011-12-29T17:00:00-10:00", 2h), "2012-01-01T20:00:00");
    EXPECT_EQ(open_time_between(always_open("Pacific/Apia"), at("2011-12-29T00:00:00-10:00"),
                                at("2012-01-01T00:00:00+14:00")),
              48h);
}

TEST(AddOpenTime, WholeDaysJoinWithoutASeam) {
    auto const open = always_open("America/New_York");
    EXPECT_EQ(due(open, "2026-11-25T00:00:00Z", 100h), "2026-11-29T04:00:00");
    EXPECT_TRUE(is_open(open, at("2026-11-25T04:59:59.999Z")));
    EXPECT_TRUE(is_open(open, at("2026-11-25T05:00:00Z")));
}

TEST(AddOpenTime, HolidaysAreClosedAllDay) {
    auto calendar = office();
    calendar.holidays = {{2026y / 12 / 28, "out of order"}, {2026y / 12 / 25, "Christmas"}, {2026y / 12 / 24, "Eve"}};
    EXPECT_EQ(due(calendar, "2026-12-23T17:00:00+01:00", 2h), "2026-12-29T09:00:00");
    EXPECT_FALSE(is_open(calendar, at("2026-12-25T10:00:00+01:00")));
    EXPECT_TRUE(is_open(calendar, at("2026-12-29T10:00:00+01:00")));
}

TEST(AddOpenTime, AHolidayOfHoursClosesThoseAlone) {
    auto calendar = office();
    calendar.holidays = {{2026y / 12 / 24, "Eve", Interval{720, 1440}}};  // a Thursday, from noon
    EXPECT_TRUE(is_open(calendar, at("2026-12-24T11:59:59+01:00")));
    EXPECT_FALSE(is_open(calendar, at("2026-12-24T12:00:00+01:00"))) << "half an hour of the morning is gone, too";
    EXPECT_FALSE(is_open(calendar, at("2026-12-24T15:00:00+01:00")));
    EXPECT_EQ(due(calendar, "2026-12-24T09:00:00+01:00", 3h), "2026-12-24T11:00:00") << "to the last open minute";
    EXPECT_EQ(due(calendar, "2026-12-24T09:00:00+01:00", 4h), "2026-12-25T09:00:00");
    // Out of the middle, and two that overlap, of which one has the other in it.
    calendar.holidays = {{2026y / 12 / 24, "a", Interval{600, 840}},
                         {2026y / 12 / 24, "b", Interval{660, 690}},
                         {2026y / 12 / 24, "c", Interval{1050, 1060}}};
    EXPECT_EQ(open_time_between(calendar, at("2026-12-24T00:00:00+01:00"), at("2026-12-25T00:00:00+01:00")),
              1h + 3h + 30min + 20min);
}

TEST(AddOpenTime, ADayOfARegionThatIsWorkedIsOpen) {
    auto calendar = daily("Europe/Berlin", 540, 1020);
    calendar.regions = {"de-be"};
    auto const of_day = [&](std::string day) {
        return open_time_between(calendar, at(day + "T00:00:00+01:00"), at(day + "T23:00:00+01:00"));
    };
    EXPECT_EQ(of_day("2026-12-25"), 0h);
    calendar.worked = {2026y / 12 / 25};
    EXPECT_EQ(of_day("2026-12-25"), 8h);
    EXPECT_EQ(of_day("2026-12-26"), 0h) << "only that day";
    EXPECT_EQ(of_day("2027-12-25"), 0h) << "only that year";
    calendar.holidays = {{2026y / 12 / 25, "from noon", Interval{720, 1440}}};
    EXPECT_EQ(of_day("2026-12-25"), 3h) << "a part of it may be closed";
}

TEST(AddOpenTime, GivesUpAfterTenYears) {
    auto closed = office();
    closed.week = {};
    EXPECT_EQ(due(closed, "2026-11-25T12:00:00Z", 1h), "calendar.never_open");
    EXPECT_EQ(due(always_open(), "2026-11-25T12:00:00Z", 24h * 3653), "2036-11-25T12:00:00");
    EXPECT_EQ(due(always_open(), "2026-11-25T12:00:00Z", 24h * 3653 + 1us), "calendar.never_open");
    EXPECT_EQ(due(always_open("Mars/Olympus"), "2026-11-25T12:00:00Z", 1h), "time_zone.unknown");
}

TEST(AddOpenTime, SurvivesTheEndsOfTime) {
    for (Instant edge : {Instant::min(), Instant::max()}) {
        EXPECT_NO_THROW((void)add_open_time(office(), edge, 1h).has_value());
        EXPECT_FALSE(is_open(office(), edge));
        EXPECT_EQ(open_time_between(office(), edge, edge), 0us);
    }
    EXPECT_FALSE(add_open_time(always_open(), at("2026-11-25T12:00:00Z"), Duration::max()).has_value());
}

TEST(OpenTimeBetween, IsZeroBackwards) {
    EXPECT_EQ(open_time_between(office(), at("2026-11-25T12:00:00Z"), at("2026-11-25T10:00:00Z")), 0us);
    EXPECT_EQ(open_time_between(office(), at("2026-11-25T10:00:00Z"), at("2026-11-25T10:00:00Z")), 0us);
}

TEST(OpenTimeBetween, CountsAWorkingYear) {
    EXPECT_EQ(open_time_between(office("UTC"), at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")), 261 * 8h);
}

TEST(IsOpen, IntervalsAreHalfOpen) {
    EXPECT_FALSE(is_open(office("UTC"), at("2026-11-25T08:59:59.999Z")));
    EXPECT_TRUE(is_open(office("UTC"), at("2026-11-25T09:00:00Z")));
    EXPECT_FALSE(is_open(office("UTC"), at("2026-11-25T12:30:00Z")));
    EXPECT_FALSE(is_open(office("UTC"), at("2026-11-28T10:00:00Z")));
    EXPECT_THROW(is_open(always_open("Mars/Olympus"), at("2026-11-25T12:00:00Z")), Bug);
}

TEST(CheckCalendar, AcceptsWhatPeopleWrite) {
    EXPECT_TRUE(check(always_open()).has_value());
    EXPECT_TRUE(check(office()).has_value());
    auto touching = office();
    touching.week[0] = {{0, 540}, {540, 1440}};
    EXPECT_TRUE(check(touching).has_value());
}

TEST(CheckCalendar, NamesTheFieldAtFault) {
    auto const field_of = [](auto change) {
        auto calendar = office();
        change(calendar);
        auto const checked = check(calendar);
        return checked.has_value() ? "accepted" : checked.error().code + " " + checked.error().field;
    };
    EXPECT_EQ(field_of([](auto& c) { c.time_zone = "Europe/Bonn"; }), "time_zone.unknown /time_zone");
    EXPECT_EQ(field_of([](auto& c) { c.week[0][1] = {900, 900}; }), "calendar.interval /week/monday/1");
    EXPECT_EQ(field_of([](auto& c) { c.week[2][0] = {-1, 60}; }), "calendar.interval /week/wednesday/0");
    EXPECT_EQ(field_of([](auto& c) { c.week[6] = {{60, 1441}}; }), "calendar.interval /week/sunday/0");
    EXPECT_EQ(field_of([](auto& c) { c.week[4] = {{1320, 360}}; }), "calendar.interval /week/friday/0");
    EXPECT_EQ(field_of([](auto& c) { c.week[1] = {{540, 750}, {749, 800}}; }), "calendar.overlap /week/tuesday/1");
    EXPECT_EQ(field_of([](auto& c) { c.week[1] = {{800, 900}, {540, 750}}; }), "calendar.overlap /week/tuesday/1");
    EXPECT_EQ(field_of([](auto& c) { c.holidays = {{2026y / 2 / 30, "x"}}; }), "calendar.holiday /holidays/0/date");
    EXPECT_EQ(field_of([](auto& c) { c.week = {}; }), "calendar.never_open /week");
}

}  // namespace
}  // namespace lotse::domain
