// SPDX-License-Identifier: Apache-2.0
// Hours, dates and absences as the API shows them. Hours are pairs of clock times; where the second is not later than the first it
// is of the next day: ["22:00", "06:00"]. "24:00" is the end of the day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "domain/roster.h"

namespace lotse::domain {

JsonArray hours_json(std::vector<Interval> const& hours);
// Error: invalid "hours.time" or what check_hours() refuses, at the field.
Result<std::vector<Interval>> hours_from(JsonArray const& pairs, std::string_view field);

std::string date_text(std::chrono::local_days date);
// "2026-06-01". Error: invalid "date.format" at the field.
Result<std::chrono::local_days> date_from(std::string_view text, std::string_view field);

// An absence begins and ends with a date, both counting, or at a time of the own clock: "2026-06-01", "2026-06-01T12:00".
std::string absence_begin_text(Absence const& absence);
std::string absence_end_text(Absence const& absence);
// Into `out`. Errors: invalid "date.format" at "/from" or "/until"; "absence.order" at "/until"; "absence.long" (two years).
Result<void> read_absence_times(std::string_view from, std::string_view until, Absence& out);

}  // namespace lotse::domain
