// SPDX-License-Identifier: Apache-2.0
#include "domain/icalendar.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/text.h"
#include "domain/ical_rule.h"

namespace lotse::domain {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year;

constexpr IcalWindow kYear{local_days{year{2026} / 1 / 1}, local_days{year{2027} / 1 / 1}};

std::string sample(std::string_view name) {
    std::ifstream file(fmt::format("{}/data/icalendar/{}", LOTSE_TEST_DATA, name), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

std::string date(local_days day) {
    std::chrono::year_month_day const ymd{day};
    return fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
}

// "2026-03-02T08:00 2026-03-02T09:30 Team" or "2026-08-03 2026-08-15 (free) Holiday".
std::string shown(IcalPeriod const& one) {
    auto const ends = one.is_whole_days ? date(one.first) + " " + date(one.past)
                                        : to_rfc3339(one.begin).substr(0, 16) + " " + to_rfc3339(one.end).substr(0, 16);
    return ends + (one.is_busy ? " " : " (free) ") + one.title;
}

std::vector<std::string> read(std::string_view bytes, IcalWindow const& window = kYear) {
    auto const content = read_icalendar(bytes, window, "Europe/Berlin");
    if (!content) return {content.error().code + ": " + content.error().message};
    std::vector<std::string> out;
    for (auto const& one : content->periods) out.push_back(shown(one));
    for (auto const& one : content->left_out) out.push_back(fmt::format("{}: {}", one.line, one.text));
    return out;
}

// A file with one event of these lines.
std::string event(std::string_view lines) {
    return fmt::format("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n{}\nEND:VEVENT\nEND:VCALENDAR\n", lines);
}

using Lines = std::vector<std::string>;

TEST(Icalendar, ReadsWhatGoogleExports) {
    EXPECT_EQ(read(sample("google.ics")),
              (Lines{
                  "2026-03-02T08:00 2026-03-02T09:30 Team, weekly",
                  "2026-03-09T08:00 2026-03-09T09:30 Team, weekly",
                  "2026-03-23T13:00 2026-03-23T14:30 Team, moved",
                  "2026-03-30T07:00 2026-03-30T08:30 Team, weekly",
                  "2026-05-05T12:00 2026-05-05T13:00 Busy",
                  "2026-08-03 2026-08-15 (free) Holiday: a title that is so long that Google folds "
                  "it onto a second line and writes ü here and more",
              }));
    EXPECT_EQ(read_icalendar(sample("google.ics"), kYear, "UTC")->name, "Nadia Osman");
}

TEST(Icalendar, ReadsOutlookByTheZoneThatItDescribes) {
    EXPECT_EQ(read(sample("outlook.ics")), (Lines{
                                               "2026-03-24T08:30 2026-03-24T09:00 Gebucht",
                                               "2026-03-25T08:30 2026-03-25T09:00 Gebucht",
                                               "2026-03-31T07:30 2026-03-31T08:00 Gebucht",
                                               "2026-04-01T07:30 2026-04-01T08:00 Gebucht",
                                               "2026-04-07T07:30 2026-04-07T08:00 Gebucht",
                                               "2026-04-08T07:30 2026-04-08T08:00 Gebucht",
                                               "2026-06-01T06:00 2026-06-01T07:00 (free) Frei",
                                               "2026-07-12T22:00 2026-07-24T22:00 Abwesend",
                                           }));
    auto const content = read_icalendar(sample("outlook.ics"), kYear, "UTC");
    EXPECT_EQ(date(content->periods.back().first) + date(content->periods.back().past), "2026-07-132026-07-25")
        << "from midnight to midnight on its own clock";
}

TEST(Icalendar, ReadsNextcloudAndTellsWhatItLeavesOut) {
    EXPECT_EQ(
        read(sample("nextcloud.ics")),
        (Lines{
            "2026-01-30T09:00 2026-01-30T10:30 Ostatni piątek",
            "2026-02-27T09:00 2026-02-27T10:30 Ostatni piątek",
            "2026-03-27T09:00 2026-03-27T10:30 Ostatni piątek",
            "2026-04-24T08:00 2026-04-24T09:30 Ostatni piątek",
            "2026-05-01 2026-05-04 Majówka",
            "2026-06-03 2026-06-06 Majówka",
            "2026-08-11 2026-08-14 Majówka",
            "26: An event is left out: the time zone \"Nowhere/Atall\" is neither known nor described in the file.",
        }));
}

TEST(Icalendar, ReadsSchoolHolidays) {
    EXPECT_EQ(read(sample("school_holidays.ics")), (Lines{
                                                       "2026-02-16 2026-02-21 (free) Frühjahrsferien",
                                                       "2026-11-18 2026-11-19 Buß- und Bettag",
                                                       "2026-12-24 2026-12-25 Heiligabend",
                                                   }));
}

TEST(Icalendar, ReadsBusyTimesWithoutEvents) {
    EXPECT_EQ(read(sample("busy_only.ics")),
              (Lines{"2026-03-04T09:00 2026-03-04T10:00 ", "2026-03-05T09:00 2026-03-05T09:45 ",
                     "2026-03-07T09:00 2026-03-07T09:15 "}));
}

// By another reader of such rules; tests/data/icalendar/make_rules.py tells which.
TEST(IcalRule, FindsTheSameDatesAsAnIndependentReader) {
    std::istringstream lines(sample("rules.txt"));
    int rules = 0;
    for (std::string line; std::getline(lines, line); ++rules) {
        auto const parts = split(line, ' ');
        auto const rule = ical_rule_from(parts[0]);
        ASSERT_TRUE(rule.has_value()) << line;
        auto const begin = ical_time_from(parts[1])->at;
        IcalSteps steps{1'000'000};
        std::string found(parts[0]);
        std::size_t many = 0;
        walk_ical_rule(*rule, begin, begin, local_days{year{2029} / 1 / 1}, steps, [&](LocalTime at) {
            auto const day = std::chrono::floor<days>(at);
            std::chrono::hh_mm_ss const time{at - day};
            found += fmt::format(" {}T{:02}{:02}{:02}", replace_all(date(day), "-", ""), time.hours().count(),
                                 time.minutes().count(), time.seconds().count());
            return ++many < 20;
        });
        EXPECT_EQ(found, line);
    }
    EXPECT_EQ(rules, 288);
}

TEST(IcalRule, PassesOverWhatLiesLongBefore) {
    for (std::string_view const rule :
         {"FREQ=DAILY;INTERVAL=7", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TH,FR;WKST=SU", "FREQ=MONTHLY;BYDAY=-1TH",
          "FREQ=YEARLY;BYMONTH=5,6;BYMONTHDAY=-1", "FREQ=MONTHLY;INTERVAL=5"}) {
        auto const begin = LocalTime{local_days{year{1999} / 7 / 1}};
        auto const from = LocalTime{local_days{year{2026} / 3 / 3}};
        auto const end = LocalTime{local_days{year{2027} / 3 / 3}};
        auto const dates = [&](LocalTime since) {
            IcalSteps steps{1'000'000};
            std::vector<LocalTime> out;
            walk_ical_rule(*ical_rule_from(rule), begin, since, end, steps, [&](LocalTime at) {
                if (at >= from) out.push_back(at);
                return true;
            });
            EXPECT_GT(steps.left, since == begin ? 0 : 999'000) << rule;
            return out;
        };
        EXPECT_EQ(dates(from), dates(begin)) << rule;
        EXPECT_FALSE(dates(from).empty()) << rule;
    }
}

TEST(Icalendar, StopsWhereARuleNeverFits) {
    EXPECT_EQ(
        read(event("DTSTART:20260101T080000Z\nDTEND:20260101T090000Z\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")),
        (Lines{"2026-01-01T08:00 2026-01-01T09:00 "}));
    EXPECT_EQ(read(event("DTSTART:20260101T080000Z\nDTEND:20260101T090000Z\nRRULE:FREQ=SECONDLY")),
              (Lines{"6: An event is left out: it repeats within a day, which is not read here."}));
    std::string many;
    for (int i = 0; i < 4000; ++i)
        many += "BEGIN:VEVENT\nDTSTART:00010101T000000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=1000000\nEND:VEVENT\n";
    EXPECT_EQ(
        read("BEGIN:VCALENDAR\n" + many + "END:VCALENDAR\n"),
        (Lines{"ical.steps: Line 12: The repetitions of this file take too long to work out. Give its rules an end, or "
               "export a shorter time."}));
}

TEST(Icalendar, MindsBothChangesOfTheClock) {
    EXPECT_EQ(read(event("DTSTART;TZID=Europe/Berlin:20260328T023000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3")),
              (Lines{"2026-03-28T01:30 2026-03-28T02:30 ", "2026-03-29T01:00 2026-03-29T02:00 ",
                     "2026-03-30T00:30 2026-03-30T01:30 "}));
    EXPECT_EQ(read(event("DTSTART;TZID=Europe/Berlin:20261024T220000\nDURATION:P1D")),
              (Lines{"2026-10-24T20:00 2026-10-25T21:00 "}))
        << "a day of the wall clock has 25 hours";
    EXPECT_EQ(read(event("DTSTART:20260701T090000\nDTEND:20260701T100000")),
              (Lines{"2026-07-01T07:00 2026-07-01T08:00 "}))
        << "a time without a zone is of the reader's";
}

TEST(Icalendar, LeavesOutCancelledAndEmptyEvents) {
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20260102\nSTATUS:CANCELLED")), Lines{});
    EXPECT_EQ(read(event("DTSTART:20260102T090000Z")), Lines{}) << "a moment takes no time";
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20260102\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;VALUE=DATE:20260103")),
              (Lines{"2026-01-02 2026-01-03 ", "2026-01-04 2026-01-05 "}));
}

TEST(Icalendar, ShowsWhatReachesIntoTheWindow) {
    IcalWindow const day{local_days{year{2026} / 6 / 10}, local_days{year{2026} / 6 / 11}};
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20200601\nDTEND;VALUE=DATE:20200615\nRRULE:FREQ=YEARLY"), day),
              (Lines{"2026-06-01 2026-06-15 "}));
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20260611"), day), Lines{});
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20260609"), day), Lines{});
}

TEST(Icalendar, NamesTheLineAndWhatToDo) {
    EXPECT_EQ(read("<!DOCTYPE html>"),
              (Lines{"ical.format: Line 1: A calendar file begins with BEGIN:VCALENDAR. Give what a calendar "
                     "has exported as iCalendar (.ics)."}));
    EXPECT_EQ(read(""), read("<!DOCTYPE html>"));
    EXPECT_EQ(
        read("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"),
        (Lines{"ical.format: Line 2: The file ends before END:VEVENT. It was cut short; fetch or export it again."}));
    EXPECT_EQ(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO\n"),
              (Lines{"ical.format: Line 3: END:VEVENT is expected here. The file is damaged; export it again."}));
    EXPECT_EQ(read(std::string("\xFF\xFE B\0", 5)),
              (Lines{"ical.encoding: Line 1: The file is not UTF-8. Save or export it as UTF-8."}));
    EXPECT_EQ(read(std::string(kMostIcalBytes + 1, 'x')).front().substr(0, 10), "ical.bytes");
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20260230")),
              (Lines{"4: An event is left out: DTSTART is no date or time that exists."}));
    EXPECT_EQ(read(event("DTSTART:20260203T100000Z\nDTEND:20260203T090000Z")),
              (Lines{"2: An event is left out: it ends before it begins."}));
}

TEST(Icalendar, KeepsItsLimits) {
    std::string events;
    for (int i = 0; i <= 5000; ++i) events += "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nEND:VEVENT\n";
    EXPECT_EQ(read("BEGIN:VCALENDAR\n" + events + "END:VCALENDAR\n"),
              (Lines{"ical.events: Line 15004: At most 5000 events are read from a file. Export a shorter time."}));
    std::string daily;
    for (int i = 0; i < 60; ++i) daily += "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    EXPECT_EQ(read("BEGIN:VCALENDAR\n" + daily + "END:VCALENDAR\n").front().substr(0, 13), "ical.periods:");
}

TEST(Icalendar, PassesOverLinesThatAProgramBroke) {
    EXPECT_EQ(read(event("DTSTART;VALUE=DATE:20260102\nDESCRIPTION:one\ntwo without a name\nSUMMARY:Day")),
              (Lines{"2026-01-02 2026-01-03 Day"}));
}

}  // namespace
}  // namespace lotse::domain
