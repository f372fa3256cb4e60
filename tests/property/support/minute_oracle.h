// SPDX-License-Identifier: Apache-2.0
// Business hours the slow and obvious way: ask the C library for the wall clock, minute after minute. Shares no code
// and no zone reader with src/domain, so that the two can be held against each other. Random calendars to hold against
// it. Not thread-safe: the C library's zone belongs to the process.
#pragma once

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "domain/calendar.h"

namespace lotse::property {

// Cases to run: `normal`, or `with_long` when LOTSE_LONG=1.
int cases(int normal, int with_long);

class MinuteOracle {
  public:
    // `step` must divide every offset of the zone in the time asked about: a minute since 1975, a second before.
    explicit MinuteOracle(domain::Calendar const& calendar, std::chrono::seconds step = std::chrono::minutes{1});

    bool is_open(Instant at) const;
    Instant add_open_time(Instant from, Duration work) const;
    Duration open_time_between(Instant from, Instant to) const;
    // The next instant after `at` at which a wall clock could show another minute.
    Instant next_step(Instant at) const;

  private:
    std::vector<std::chrono::year_month_day> const& public_days(int in_year) const;

    domain::Calendar calendar_;
    std::chrono::seconds step_;
    mutable std::map<int, std::vector<std::chrono::year_month_day>> public_days_;
};

using Random = std::mt19937_64;

int between(Random& random, int low, int high);
bool one_in(Random& random, int n);
// Up to three intervals a day, whole days and single minutes among them, open at least once a week, holidays and
// holidays of hours around `near`, some with regions and days that are worked all the same.
domain::Calendar any_calendar(Random& random, std::string const& zone, Instant near);
// Between 1975 and 2036, half of them within two days of a change of the zone's offset. Any microsecond.
Instant any_instant(Random& random, std::string const& zone);

}  // namespace lotse::property
