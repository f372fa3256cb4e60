// SPDX-License-Identifier: Apache-2.0
// Rules of repetition (RFC 5545, RRULE): read, and worked out one occurrence after another on the wall clock of the event.
// Rules come from strangers; one that never fits any date costs as much as the window is long, and no more than `steps` allows.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/zone.h"

namespace lotse::domain {

// "YYYYMMDD" or "YYYYMMDDTHHMMSS", with "Z" for UTC.
struct IcalTime {
    LocalTime at{};
    bool is_date = false;
    bool is_utc = false;
    bool operator==(IcalTime const&) const = default;
};
std::optional<IcalTime> ical_time_from(std::string_view text);

struct IcalRule {
    enum class Every { day, week, month, year };
    struct Weekday {
        int nth = 0;  // of the month or year; 0: each, -1: the last
        unsigned day = 1;  // ISO: Monday is 1
    };
    Every every = Every::day;
    int interval = 1;
    std::optional<int> count;
    std::optional<IcalTime> until;  // the last of its occurrences is not after it
    unsigned week_begins = 1;
    std::vector<int> months, month_days, year_days, weeks, hours, minutes, seconds, positions;
    std::vector<Weekday> weekdays;
};

// Error: invalid "ical.rule", with a sentence that says what cannot be read. Rules that repeat within a day are refused.
Result<IcalRule> ical_rule_from(std::string_view text);

// What may be looked at in one file: days, for all its rules together.
struct IcalSteps {
    std::int64_t left = 0;
};

// Calls visit for each occurrence in order, the first of which is `begin` even if the rule does not say so, until visit says
// false or an occurrence would be at or after `end`. Without a count, those before `from` may be passed over. False: steps are used up.
bool walk_ical_rule(IcalRule const& rule, LocalTime begin, LocalTime from, LocalTime end, IcalSteps& steps,
                    std::function<bool(LocalTime)> const& visit);

}  // namespace lotse::domain
