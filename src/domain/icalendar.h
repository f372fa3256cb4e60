// SPDX-License-Identifier: Apache-2.0
// When something is on, by a calendar file: RFC 5545, as Google, Outlook, Nextcloud and feeds of holidays write it. Repetitions
// are worked out within a window, single changed or cancelled dates of a series are minded, and times come out as instants.
// Reads any bytes; at most kMostIcalBytes of them, in well under a second.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace lotse::domain {

inline constexpr std::size_t kMostIcalBytes = std::size_t{2} * 1024 * 1024;
inline constexpr std::size_t kMostIcalEvents = 5'000;
inline constexpr std::size_t kMostIcalPeriods = 20'000;

// Dates, half open.
struct IcalWindow {
    std::chrono::local_days from;
    std::chrono::local_days until;
};

struct IcalPeriod {
    std::string title;  // valid UTF-8, one line, at most 200 bytes
    bool is_busy = true;  // false: the event says that its time is free
    bool is_whole_days = false;  // dates, on whoever's clock; then begin and end are not set
    // The dates that it fills, half open; of a timed event those that it fills from midnight to midnight on its own clock, and
    // equal where there are none.
    std::chrono::local_days first{};
    std::chrono::local_days past{};
    Instant begin{};
    Instant end{};
    int line = 0;  // on which its event begins
};

// An event that cannot be read does not take the others with it.
struct IcalNote {
    int line = 0;
    std::string text;  // one sentence, for people
};

struct IcalContent {
    std::string name;  // of the calendar, "" if it has none
    std::vector<IcalPeriod> periods;  // that meet the window, by begin
    std::vector<IcalNote> left_out;  // the first twenty
    std::size_t events = 0;  // of the file, those left out among them
    std::size_t events_left_out = 0;
};

// `time_zone` (IANA): of times that name none, unless the file says otherwise. Dates of the window are of that zone, too.
// Error: invalid, with a message that names the line and what to do: "ical.format" (no calendar, or one cut short), "ical.encoding",
// "ical.zone" (time_zone is unknown); too_large: "ical.bytes", "ical.events", "ical.periods", "ical.steps".
Result<IcalContent> read_icalendar(std::string_view bytes, IcalWindow const& window, std::string_view time_zone);

}  // namespace lotse::domain
