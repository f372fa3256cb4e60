// SPDX-License-Identifier: Apache-2.0
// Desks whose truth is known, for holding the simulator against: people with hours, absences and habits work at what comes,
// and what they did is told as a desk's log tells it. Shares no code with the simulator.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "insight/past_work.h"

namespace lotse::bench {

struct DeskTruth {
    int people = 12;
    int queues = 4;
    int days = 60;
    double tickets_a_day = 10;
    double touch_minutes = 10;  // median of a visit
    double turns_after = 140;  // mean minutes of the people's hours until somebody turns to what came
    double long_share = 0.07;  // of which it is as long as this instead
    double long_after = 1500;
    double absent = 0.04;  // share of somebody's days
    double late_factor = 1;  // of hands-on times and of when somebody turns to it, in the last four weeks
    std::uint64_t seed = 1;
};

// As many desks as there are seeds: "demo" all of the demo desk's size and quiet, "mixed" from quiet to busy.
DeskTruth truth_of(std::string_view family, std::uint64_t seed);

// The model as the desk would read it from its log.
insight::DeskModel read_made_up(DeskTruth const& truth);

}  // namespace lotse::bench
