// SPDX-License-Identifier: Apache-2.0
// Dates of a query, as text and as a span of time. Pure: today and the zone's offset are passed in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace lotse::search {

// The canonical text of a date ("heute" -> "today", "7D" -> "7d"); "" if it is none. Taken are 2026, 2026-01, 2026-01-31,
// 2026-01-31T10:00, today, yesterday, tomorrow, and an age or distance: 12h, 7d, 4w, 3m (of 30 days), 1y (of 365).
std::string date_word(std::string_view text);

// An age such as 7d; none for a date of the calendar.
std::optional<Duration> age_of(std::string_view word);

// A wall clock's time, in microseconds since 1970 on that wall, to UTC.
using ToUtc = std::function<Instant(std::int64_t local_micros)>;
// [first, second) of a calendar word: a year, month, day or minute on the desk's own clock. `local_now`: the desk's wall
// clock. The word has passed date_word and is no age.
std::pair<Instant, Instant> span_of(std::string_view word, std::int64_t local_now, ToUtc const& to_utc);

}  // namespace lotse::search
