// SPDX-License-Identifier: Apache-2.0
// The open time of a calendar over a span, worked out once, so that a simulation can ask millions of times. Pure.
#pragma once

#include <functional>
#include <vector>

#include "domain/calendar.h"

namespace lotse::insight {

// Exact at every quarter of an hour, even in between. Outside of its span no time is open. Building costs some
// microseconds a quarter of an hour; a question is a look-up.
class OpenClock {
  public:
    OpenClock(domain::Calendar const& calendar, Instant from, Instant until);
    // `weight_at`, asked once a quarter of an hour, says how much of it counts.
    OpenClock(Instant from, Instant until, std::function<double(Instant)> const& weight_at);
    Duration between(Instant from, Instant to) const;  // 0 if to <= from
    // Earliest, as domain::add_open_time; the end of the span if there is less.
    Instant add(Instant from, Duration work) const;

  private:
    Duration at(Instant when) const;  // since the beginning
    Instant from_{};
    std::vector<std::int64_t> open_;  // micros by quarter of an hour, summed up
};

}  // namespace lotse::insight
