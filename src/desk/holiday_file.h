// SPDX-License-Identifier: Apache-2.0
// The holidays that a calendar file names: whole days, of this year and the two behind it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/calendar.h"
#include "domain/icalendar.h"

namespace lotse::desk {

inline constexpr std::size_t kMostHolidaysOfAFile = 1000;

struct HolidayFile {
    std::string name;  // of the calendar in the file, "" if it has none
    std::vector<domain::Holiday> holidays;  // by date, each date once
    std::size_t parts_of_days = 0;  // occurrences that fill no whole day, and are no holidays
    std::vector<domain::IcalNote> left_out;
    std::size_t events = 0;
    std::size_t events_left_out = 0;
};

// Errors: those of read_icalendar(); too_large "ical.holidays" above kMostHolidaysOfAFile.
Result<HolidayFile> read_holiday_file(std::string_view bytes, std::string_view time_zone, Instant now);

}  // namespace lotse::desk
