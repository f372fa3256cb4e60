// SPDX-License-Identifier: Apache-2.0
// The clocks of a ticket the slow and obvious way: minute after minute, with every clock held in the hand. Shares no code with
// domain/deadlines and domain/clock_rounds. Random logs to hold the two against each other. Not thread-safe (minute_oracle.h).
#pragma once

#include <string>
#include <vector>

#include "domain/deadlines.h"
#include "property/support/minute_oracle.h"

namespace lotse::property {

struct ClockLog {
    std::vector<domain::ClockMark> marks;
    domain::Policy policy;
    domain::Calendar calendar;
    int warn_at = 80;
    // Of queues 1 and 2; queue 3 has no target. Their calendars are `calendar`; the pointers are set by handovers().
    std::vector<domain::HandoverTarget> teams;

    std::vector<domain::HandoverTarget> handovers() const;
};

// How far apart things are: the wide one reaches over weeks, the near one is quick to watch.
struct LogShape {
    int most_marks = 8;
    int most_gap = 1'500;  // minutes
    int most_reply = 400;  // minutes of a first or next reply
    int most_solution = 2'000;
};
ClockLog any_log(Random& random, std::vector<std::string> const& zones, LogShape const& shape = {});

domain::Deadlines watch(ClockLog const& log);
Result<domain::Deadlines> compute(ClockLog const& log);

bool same(domain::Deadlines const& a, domain::Deadlines const& b);
std::string tell(std::optional<Instant> at);
std::string tell(ClockLog const& log);
std::string tell(domain::Deadlines const& d);

}  // namespace lotse::property
