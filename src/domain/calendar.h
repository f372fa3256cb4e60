// SPDX-License-Identifier: Apache-2.0
// Business hours: several intervals a day, holidays, a time zone with its clock changes. Intervals are times of the
// wall clock. Minutes that the clock skips in spring do not exist; minutes that it shows twice in autumn count twice,
// since the office is open for both. The functions below expect a calendar that check() accepts; a zone that has
// vanished from the machine's database since is a Bug.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"

namespace lotse::domain {

// Minutes of the local day, half open: 09:00-12:30 is {540, 750}. to may be 1440.
struct Interval {
    int from = 0;
    int to = 0;
    bool operator==(Interval const&) const = default;
};

struct Holiday {
    std::chrono::year_month_day date;
    std::string name;
    std::optional<Interval> closed = {};  // from and to of the wall clock; nothing: all day
    bool operator==(Holiday const&) const = default;
};

// As in documents and error fields, in the order of Calendar::week.
inline constexpr std::array<std::string_view, 7> kWeekdayNames{"monday", "tuesday",  "wednesday", "thursday",
                                                               "friday", "saturday", "sunday"};

struct Calendar {
    CalendarId id;
    std::int64_t version = 1;
    std::string name;
    std::string time_zone = "UTC";              // IANA
    std::array<std::vector<Interval>, 7> week;  // Monday first; sorted, not overlapping
    std::vector<Holiday> holidays;              // closed all day or for a part of it; several of one day add up
    std::vector<std::string> regions = {};      // whose public holidays are closed, too (public_holidays.h)
    // Open as on any such weekday, though a region (or a feed: store/calendar_feeds.h) says otherwise. Own holidays hold all
    // the same, so that a morning of such a day may be worked.
    std::vector<std::chrono::year_month_day> worked = {};
};

Calendar always_open(std::string time_zone = "UTC");

// Error: invalid, with the field at fault as JSON pointer ("/week/monday/1"): unknown zone, interval outside the day,
// not in order, overlapping, a date that does not exist, a region that is not known, a day that is worked and closed all day
// at once, no open time at all.
Result<void> check(Calendar const& calendar);

bool works_on(Calendar const& calendar, std::chrono::year_month_day date);  // by `worked`

bool is_open(Calendar const& calendar, Instant at);

// The instant at which `work` of open time has passed since `from`. work = 0 gives the next open instant at or after
// `from`; otherwise the earliest such instant, so work that fills Friday ends on Friday at closing time, not on Monday.
// Walks local days, so both clock changes of a year come out right on the customer's clock. O(days). Looks at most ten
// years ahead; a calendar that has less open time than that gives an error: invalid, code "calendar.never_open".
Result<Instant> add_open_time(Calendar const& calendar, Instant from, Duration work);

// Open time in [from, to); 0 if to <= from. Where it is not 0, add_open_time(c, a, open_time_between(c, a, b)) <= b.
Duration open_time_between(Calendar const& calendar, Instant from, Instant to);

}  // namespace lotse::domain
