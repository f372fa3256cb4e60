// SPDX-License-Identifier: Apache-2.0
// Time zones of the IANA database: the offset at an instant, and both directions between UTC and a wall clock.
// Reads the machine's own zone files, so a zone change arrives with the system's tzdata package; they must be of the
// "fat" kind, as Debian ships them, and then reach to the end of 2037. Years after that keep the last offset.
// Thread-safe. A look-up costs under a microsecond once the zone's file has been read.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"

namespace lotse::domain {

// What a clock on the wall shows; says nothing of where the wall is.
using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

// A stretch [begin, end) of UTC in which a zone's clocks keep one offset: local = UTC + offset.
struct OffsetSpan {
    Instant begin{};
    Instant end{};
    std::chrono::seconds offset{};
};

// A known zone. Cheap to copy; valid as long as the process lives.
class Zone {
  public:
    // Error: invalid, code "time_zone.unknown". Looks the name up in a list, never as a path.
    static Result<Zone> find(std::string_view iana_name);

    std::string const& name() const;
    OffsetSpan span_at(Instant at) const;
    LocalTime to_local(Instant at) const;
    // A time that the clock shows twice gives its first showing; one that it skips gives the instant of the skip.
    Instant to_utc(LocalTime local) const;

  private:
    explicit Zone(void const* entry) : entry_(entry) {}
    void const* entry_;  // date::time_zone, owned by the library for the life of the process
};

// All names that Zone::find accepts, sorted.
std::vector<std::string> time_zone_names();

}  // namespace lotse::domain
