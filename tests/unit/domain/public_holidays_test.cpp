// SPDX-License-Identifier: Apache-2.0
#include "domain/public_holidays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "domain/calendar.h"

namespace lotse::domain {
namespace {

using std::chrono::year;

// "0101 0106 ..."
std::string days_of(std::string_view region, int in) {
    std::ostringstream out;
    for (auto const& one : public_holidays(region, year{in})) {
        auto const month = static_cast<unsigned>(one.date.month());
        auto const day = static_cast<unsigned>(one.date.day());
        out << ' ' << month / 10 << month % 10 << day / 10 << day % 10;
    }
    return out.str();
}

std::string name_on(std::string_view region, std::chrono::year_month_day date) {
    for (auto const& one : public_holidays(region, date.year()))
        if (one.date == date) return one.own_name;
    return {};
}

constexpr auto date(int y, unsigned m, unsigned d) { return year{y} / static_cast<int>(m) / static_cast<int>(d); }

// Known by an independent table; tests/data/holidays/make_dates.py tells which.
TEST(PublicHolidays, AreThoseOfAnIndependentTableFrom2015To2035) {
    std::ifstream file(std::string(LOTSE_TEST_DATA) + "/data/holidays/dates.txt");
    std::string line;
    int count = 0;
    while (std::getline(file, line)) {
        std::istringstream words(line);
        std::string region;
        int in = 0;
        words >> region >> in;
        std::string days;
        std::getline(words, days);
        EXPECT_EQ(days_of(region, in), days) << region << ' ' << in;
        ++count;
    }
    EXPECT_EQ(count, static_cast<int>(holiday_regions().size()) * 21);
}

TEST(PublicHolidays, KnowTheFactsThatPeopleLookFor) {
    EXPECT_EQ(name_on("pl", date(2025, 12, 24)), "Wigilia Bożego Narodzenia");
    EXPECT_EQ(name_on("pl", date(2024, 12, 24)), "");
    EXPECT_EQ(name_on("de-sn", date(2026, 11, 18)), "Buß- und Bettag");
    EXPECT_EQ(name_on("de-by", date(2026, 8, 15)), "");
    EXPECT_EQ(name_on("de-by-catholic", date(2026, 8, 15)), "Mariä Himmelfahrt");
    EXPECT_EQ(name_on("de-hh", date(2016, 10, 31)), "");
    EXPECT_EQ(name_on("de-hh", date(2018, 10, 31)), "Reformationstag");
    EXPECT_EQ(name_on("de-by", date(2017, 10, 31)), "Reformationstag");
    EXPECT_EQ(name_on("gb-eng", date(2020, 5, 8)), "Early May bank holiday (VE day)");
    EXPECT_EQ(name_on("gb-eng", date(2020, 5, 4)), "");
    EXPECT_EQ(name_on("gb-eng", date(2021, 12, 27)), "Christmas Day (substitute day)");
    EXPECT_EQ(name_on("gb-eng", date(2021, 12, 28)), "Boxing Day (substitute day)");
    EXPECT_EQ(name_on("gb-sct", date(2026, 11, 30)), "St Andrew's Day");
    EXPECT_EQ(name_on("us", date(2021, 12, 31)), "New Year's Day (observed)");
    EXPECT_EQ(name_on("us", date(2020, 6, 19)), "");
}

TEST(PublicHolidays, FindEaster) {
    EXPECT_EQ(easter_sunday(year{1818}), date(1818, 3, 22));  // the earliest it can be
    EXPECT_EQ(easter_sunday(year{1943}), date(1943, 4, 25));  // the latest
    EXPECT_EQ(easter_sunday(year{2025}), date(2025, 4, 20));
    EXPECT_EQ(easter_sunday(year{2026}), date(2026, 4, 5));
}

TEST(PublicHolidays, AreNoneOfARegionNobodyKnows) { EXPECT_TRUE(public_holidays("de-xx", year{2026}).empty()); }

TEST(PublicHolidays, CloseACalendarThatNamesTheRegion) {
    Calendar calendar = always_open("Europe/Warsaw");
    auto const eve = *parse_rfc3339("2026-12-24T12:00:00Z");
    EXPECT_TRUE(is_open(calendar, eve));
    calendar.regions = {"pl", "de-by"};
    EXPECT_FALSE(is_open(calendar, eve));
    EXPECT_TRUE(check(calendar));
    // Over the turn of the year: the 24th to the 26th, New Year and Epiphany are closed.
    auto const open =
        open_time_between(calendar, *parse_rfc3339("2026-12-23T23:00:00Z"), *parse_rfc3339("2027-01-06T23:00:00Z"));
    EXPECT_EQ(open, std::chrono::hours{24 * (14 - 5)});
    calendar.regions = {"atlantis"};
    EXPECT_EQ(check(calendar).error().field, "/regions/0");
}

}  // namespace
}  // namespace lotse::domain
