// SPDX-License-Identifier: Apache-2.0
// A desk to try routing on: the arrivals, priorities, callers and categories of a real log of incidents, with people,
// skills, shifts, languages and hands-on times that are made up, because no public log has them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "insight/simulate.h"

namespace lotse::bench {

struct LoggedIncident {
    Instant opened_at{};
    domain::Priority priority = domain::Priority::normal;
    std::string category;
    std::string caller;
};

// Ascending by time. Errors: of the reader.
Result<std::vector<LoggedIncident>> read_log(std::string const& path);

struct MadeUp {
    std::vector<LoggedIncident> incidents;
    std::size_t agents = 30;
    std::uint64_t seed = 1;
};

// Skills: the eleven categories that come most, and one for the rest. Each person has one main skill, dealt in proportion
// to what comes, and up to four more, in which they are slower. Callers speak English, German and Polish, 72, 18 and
// 10 %; everybody speaks English, of the others each is spoken by at least two people for each skill. Shifts of eight
// hours on working days, one in twelve people each day at weekends, 6 % absent. Hands-on time: log-normal, mean 24
// minutes. A person's real pace differs from what their skills say by a factor that no policy knows (sigma 0.15).
// Targets by priority: 4, 8, 24 and 72 hours of the calendar.
insight::Scenario make_scenario(MadeUp const& wanted);

// So many of each person, with the same skills, languages and shifts: what then comes too late is the fault of the hours
// and of what takes longer than its target, not of a policy. The floor.
insight::Scenario with_plenty(insight::Scenario scenario, int times);

constexpr std::size_t kSkills = 12;
constexpr double kMeanTouchMinutes = 24;

}  // namespace lotse::bench
