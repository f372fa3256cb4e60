// SPDX-License-Identifier: Apache-2.0
#include "desk/holiday_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace lotse::desk {
namespace {

using std::chrono::year;

TEST(ReadHolidayFile, NamesEachWholeDayOnce) {
    std::ifstream file(std::string(LOTSE_TEST_DATA) + "/data/icalendar/school_holidays.ics", std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    auto const read = read_holiday_file(text.str(), "Europe/Berlin", *parse_rfc3339("2026-06-01T00:00:00Z"));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->name, "Schulferien Bayern 2026");
    ASSERT_EQ(read->holidays.size(), 5U + 1 + 3);
    EXPECT_EQ(read->holidays.front(), (domain::Holiday{year{2026} / 2 / 16, "Frühjahrsferien"}));
    EXPECT_EQ(read->holidays.back(), (domain::Holiday{year{2028} / 12 / 24, "Heiligabend"}));
    EXPECT_EQ(read->events_left_out, 0U);
}

TEST(ReadHolidayFile, TakesAnOutlookDayAndLeavesHours) {
    auto const now = *parse_rfc3339("2026-06-01T00:00:00Z");
    auto const file = [](std::string_view begin, std::string_view end) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Inventory\nDTSTART:" + std::string(begin) +
               "\nDTEND:" + std::string(end) + "\nEND:VEVENT\nEND:VCALENDAR\n";
    };
    auto const day = read_holiday_file(file("20260713T000000", "20260714T000000"), "Europe/Berlin", now);
    ASSERT_EQ(day->holidays.size(), 1U);
    EXPECT_EQ(day->holidays[0], (domain::Holiday{year{2026} / 7 / 13, "Inventory"}));
    auto const hours = read_holiday_file(file("20260713T080000", "20260713T100000"), "Europe/Berlin", now);
    EXPECT_TRUE(hours->holidays.empty());
    EXPECT_EQ(hours->parts_of_days, 1U);
    auto const years = read_holiday_file(file("20260101T000000", "20301231T000000"), "Europe/Berlin", now);
    EXPECT_EQ(years.error().code, "ical.holidays");
}

}  // namespace
}  // namespace lotse::desk
