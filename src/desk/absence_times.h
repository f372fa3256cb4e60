// SPDX-License-Identifier: Apache-2.0
// When somebody is busy, by a calendar file: on the person's own clock, what overlaps or touches put together. No titles.
#pragma once

#include <string_view>
#include <vector>

#include "domain/icalendar.h"
#include "domain/zone.h"

namespace lotse::desk {

inline constexpr std::chrono::days kPastAbsenceTimes{31};
inline constexpr std::chrono::days kNextAbsenceTimes{400};
inline constexpr std::size_t kMostAbsenceTimes = 1000;

// Half open, to the minute.
struct AbsenceTime {
    domain::LocalTime from{};
    domain::LocalTime until{};
    bool operator==(AbsenceTime const&) const = default;
};

struct AbsenceTimes {
    std::vector<AbsenceTime> times;  // by from; those that end within the last month, or begin within 400 days
    std::size_t free_events = 0;
    std::vector<domain::IcalNote> left_out;
    std::size_t events_left_out = 0;
};

// `zone`: of the person. Errors: those of read_icalendar(); too_large "ical.absences" above kMostAbsenceTimes.
Result<AbsenceTimes> read_absence_times(std::string_view bytes, std::string_view zone, Instant now);

}  // namespace lotse::desk
