// SPDX-License-Identifier: Apache-2.0
// Public holidays by rule, for any year: the sixteen states of Germany, Poland, the three parts of the United Kingdom, and
// the federal ones of the United States. As the law stands, with the days that were given once; what parliaments decide
// later comes with a later version, and a calendar's own days stand beside.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::domain {

struct HolidayRegion {
    std::string_view code;  // "de-by", "pl", "gb-sct"
    std::string_view name;  // English
    std::string_view own_name;
    std::string_view language;  // of own_name and of the holidays' own names
};

struct PublicHoliday {
    std::chrono::year_month_day date;
    std::string name;  // English
    std::string own_name;
    bool operator==(PublicHoliday const&) const = default;
};

// In the order in which people look for them.
std::span<HolidayRegion const> holiday_regions();
HolidayRegion const* find_holiday_region(std::string_view code);

// By date. Empty for a region that is not known. Some microseconds.
std::vector<PublicHoliday> public_holidays(std::string_view region, std::chrono::year year);

// Western: Gregorian calendar.
std::chrono::year_month_day easter_sunday(std::chrono::year year);

}  // namespace lotse::domain
