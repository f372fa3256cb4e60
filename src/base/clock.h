// SPDX-License-Identifier: Apache-2.0
// Wall time as an argument. Only clock.cpp reads the system clock, so tests own time.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lotse {

using Duration = std::chrono::microseconds;
// A point on the UTC time line, in microseconds. The database stores the count as BIGINT.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

constexpr Instant instant(std::int64_t unix_micros) { return Instant{Duration{unix_micros}}; }
constexpr std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }

// RFC 3339 in UTC with milliseconds, "2026-11-25T18:20:42.000Z".
std::string to_rfc3339(Instant at);
// Accepts a date-time with "Z" or an offset, fraction optional. Error: invalid, code "time.format".
Result<Instant> parse_rfc3339(std::string_view text);

// Thread-safe.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

// Stands still until told. For tests, and for `serve` under a black-box test.
class FakeClock final : public Clock {
  public:
    explicit FakeClock(Instant start) : micros_(micros(start)) {}
    Instant now() const override { return instant(micros_.load()); }
    void set(Instant at) { micros_.store(micros(at)); }
    void advance(Duration by) { micros_.fetch_add(by.count()); }

  private:
    std::atomic<std::int64_t> micros_;
};

}  // namespace lotse
