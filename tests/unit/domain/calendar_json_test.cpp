// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar_json.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

constexpr std::string_view kOffice =
    R"({"name":"Office","time_zone":"Europe/Berlin","week":{"monday":[["09:00","12:30"],["13:30","18:00"]],)"
    R"("tuesday":[],"wednesday":[],"thursday":[],"friday":[["00:00","24:00"]],"saturday":[],"sunday":[]},)"
    R"("holidays":[{"date":"2026-12-25","name":"Christmas Day"},{"date":"2026-12-24","name":"","closed":["12:00","24:00"]}],)"
    R"("regions":["de-sn"],"worked":["2026-11-18"]})";

Result<Calendar> read(std::string_view text) { return calendar_from(parse_json(text).value().get_object()); }

std::string fault(std::string_view text) {
    auto const calendar = read(text);
    return calendar.has_value() ? "accepted" : calendar.error().code + " " + calendar.error().field;
}

std::string fault_of_week(std::string_view week) {
    return fault(R"({"name":"n","time_zone":"UTC","week":)" + std::string(week) + "}");
}

std::string fault_of_holidays(std::string_view holidays) {
    return fault(R"({"name":"n","time_zone":"UTC","week":{"monday":[["09:00","10:00"]]},"holidays":)" +
                 std::string(holidays) + "}");
}

TEST(CalendarJson, IsReadAndWrittenAlike) {
    auto const calendar = read(kOffice);
    ASSERT_TRUE(calendar.has_value()) << calendar.error().field;
    EXPECT_EQ(calendar->week[0], (std::vector<Interval>{{540, 750}, {810, 1080}}));
    EXPECT_EQ(calendar->week[4], (std::vector<Interval>{{0, 1440}}));
    EXPECT_EQ(to_string(to_json(*calendar)), kOffice);
}

TEST(CalendarJson, DaysAndHolidaysMayBeLeftOut) {
    auto const calendar = read(R"({"name":"n","time_zone":"UTC","week":{"sunday":[["08:05","08:06"]]}})");
    ASSERT_TRUE(calendar.has_value());
    EXPECT_TRUE(calendar->week[0].empty());
    EXPECT_EQ(calendar->week[6], (std::vector<Interval>{{485, 486}}));
    EXPECT_EQ(read(R"({"name":"n","time_zone":"UTC","week":{"monday":[["09:00","10:00"]]},)"
                   R"("holidays":[{"date":"2026-01-01"}]})")
                  ->holidays[0]
                  .name,
              "");
}

TEST(CalendarJson, FaultsOfTheDocumentNameTheirField) {
    EXPECT_EQ(fault("{}"), "field.missing /name");
    EXPECT_EQ(fault(R"({"name":7})"), "field.type /name");
    EXPECT_EQ(fault(R"({"name":"  ","time_zone":"UTC","week":{}})"), "field.empty /name");
    EXPECT_EQ(fault(R"({"name":")" + std::string(201, 'x') + R"("})"), "field.too_long /name");
    EXPECT_EQ(fault(R"({"name":"n"})"), "field.missing /time_zone");
    EXPECT_EQ(fault(R"({"name":"n","time_zone":"UTC"})"), "field.type /week");
    EXPECT_EQ(fault(R"({"name":"n","time_zone":"X","week":{"monday":[["09:00","10:00"]]}})"),
              "time_zone.unknown /time_zone");
    EXPECT_EQ(fault(R"({"name":"n","tenant":1})"), "field.unknown /tenant");
    EXPECT_EQ(fault(R"({"a/b~c":1})"), "field.unknown /a~1b~0c");
}

TEST(CalendarJson, FaultsOfTheWeekNameTheirField) {
    EXPECT_EQ(fault_of_week("[]"), "field.type /week");
    EXPECT_EQ(fault_of_week("{}"), "calendar.never_open /week");
    EXPECT_EQ(fault_of_week(R"({"Monday":[]})"), "field.unknown /week/Monday");
    EXPECT_EQ(fault_of_week(R"({"monday":"09:00-10:00"})"), "field.type /week/monday");
    EXPECT_EQ(fault_of_week(R"({"monday":[["09:00"]]})"), "field.type /week/monday/0");
    EXPECT_EQ(fault_of_week(R"({"monday":[["09:00","10:00"],["10:00",11]]})"), "calendar.time /week/monday/1/1");
    EXPECT_EQ(fault_of_week(R"({"monday":[["22:00","06:00"]]})"), "calendar.interval /week/monday/0");
    EXPECT_EQ(fault_of_week(R"({"monday":[["09:00","11:00"],["10:00","12:00"]]})"), "calendar.overlap /week/monday/1");
    for (auto const* bad :
         {"9:00", "09.00", "24:01", "25:00", "09:60", "09:00:00", "", "-1:00", "+9:00", "09:-1", "ab:cd"})
        EXPECT_EQ(fault_of_week(R"({"monday":[[")" + std::string(bad) + R"(","23:00"]]})"),
                  "calendar.time /week/monday/0/0")
            << bad;
    std::string many;
    for (int i = 0; i < 49; ++i) many += R"(["00:00","00:01"],)";
    many.pop_back();
    EXPECT_EQ(fault_of_week(R"({"monday":[)" + many + "]}"), "calendar.interval /week/monday");
}

TEST(CalendarJson, FaultsOfHolidaysNameTheirField) {
    EXPECT_EQ(fault_of_holidays("{}"), "field.type /holidays");
    EXPECT_EQ(fault_of_holidays("[1]"), "field.type /holidays/0");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-24","closed":null}])"), "accepted");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-24","closed":["12:00"]}])"), "field.type /holidays/0/closed");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-24","closed":["12:00","noon"]}])"),
              "calendar.time /holidays/0/closed/1");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-24","closed":["14:00","12:00"]}])"),
              "calendar.holiday_part /holidays/0/closed");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-25","name":"a"},{"name":"b"}])"),
              "field.missing /holidays/1/date");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-25","name":7}])"), "field.type /holidays/0/name");
    EXPECT_EQ(fault_of_holidays(R"([{"date":"2026-12-25","day":7}])"), "field.unknown /holidays/0/day");
    for (auto const* bad : {"2026-02-29", "25.12.2026", "2026-12-25T00:00:00Z", "2026-12", "", "2026-1-1"})
        EXPECT_EQ(fault_of_holidays(R"([{"date":")" + std::string(bad) + R"("}])"), "calendar.holiday /holidays/0/date")
            << bad;
}

TEST(CalendarJson, DaysThatAreWorkedAreDatesAndNotClosedBesides) {
    auto const fault_of = [](std::string_view worked, std::string_view holidays = "[]") {
        return fault(R"({"name":"n","time_zone":"UTC","week":{"monday":[["09:00","10:00"]]},"worked":)" +
                     std::string(worked) + R"(,"holidays":)" + std::string(holidays) + "}");
    };
    EXPECT_EQ(fault_of("7"), "field.type /worked");
    EXPECT_EQ(fault_of("[7]"), "field.type /worked/0");
    EXPECT_EQ(fault_of(R"(["2026-10-31","2026-02-30"])"), "calendar.worked_date /worked/1");
    EXPECT_EQ(fault_of(R"(["2026-10-31"])", R"([{"date":"2026-10-31"}])"), "calendar.worked /worked");
    EXPECT_EQ(fault_of(R"(["2026-10-31"])", R"([{"date":"2026-10-31","closed":["12:00","24:00"]}])"), "accepted");
    auto const twice = read(
        R"({"name":"n","time_zone":"UTC","week":{"monday":[["09:00","10:00"]]},"worked":["2026-10-31","2026-01-06","2026-10-31"]})");
    ASSERT_TRUE(twice.has_value());
    EXPECT_EQ(twice->worked.size(), 2u);
}

}  // namespace
}  // namespace lotse::domain
