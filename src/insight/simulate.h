// SPDX-License-Identifier: Apache-2.0
// A desk lived through in events: tickets come, people begin and end their shifts, and a policy says who does what next.
// It decides by the code of `routing` that the desk itself uses. Pure: chance is drawn by the caller, so the same
// scenario gives the same result, and policies can be compared on the same tickets.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/clock.h"
#include "domain/people.h"
#include "routing/requirement.h"
#include "routing/slack_index.h"

namespace lotse::insight {

struct SimulatedTicket {
    Instant opened_at{};
    Duration target{};  // by then it should be solved; the calendar's clock
    std::size_t requirement = 0;  // position in Scenario::requirements
    Duration touch{};  // hands-on time at speed 1
    std::int64_t requester = 0;
};

struct Shift {
    Instant from{};
    Instant to{};
};

struct SimulatedAgent {
    domain::Agent agent;  // skills, languages, queues, capacity
    std::vector<Shift> shifts;  // ascending, apart
    double pace = 1;  // how much quicker than their skills say; no policy knows it
};

struct Scenario {
    std::vector<routing::Requirement> requirements;
    std::vector<SimulatedTicket> tickets;  // ascending by opened_at
    std::vector<SimulatedAgent> agents;
    Instant counted_until = Instant::max();  // time at work and hands-on time after it do not count
};

enum class Policy : std::uint8_t {
    least_loaded,  // routing/place when a ticket comes; own work by priority, then by age
    least_loaded_by_due,  // the same; own work by deadline
    fcfs_alis,  // a pool: first come first served within priority, to whoever is idle for longest
    slack_index,  // a pool: routing/pool; urgent and high tickets interrupt those below
};

struct Lived {
    std::optional<Instant> begun_at;
    std::optional<Instant> done_at;  // none: not by the end of the last shift
    std::optional<std::size_t> agent;
    bool was_interrupted = false;
};

struct LivedDays {
    std::vector<Lived> tickets;  // as in the scenario
    std::vector<Duration> busy;  // by agent; hands-on time
    std::vector<Duration> at_work;  // by agent; shifts, and what a begun ticket took beyond them
};

// Somebody at work does one ticket at a time, finishes it after the end of the shift, and needs `kResume` to get back into
// one that was interrupted. Cost: O(log) of tickets and people an event, and a decision of the policy.
LivedDays simulate(Scenario const& scenario, Policy policy, routing::SlackRules const& rules = {});

constexpr Duration kResume = std::chrono::minutes{5};

}  // namespace lotse::insight
