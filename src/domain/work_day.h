// SPDX-License-Identifier: Apache-2.0
// One person's share of the work on one day: what a lead needs to see whether it is spread fairly. Nothing of how well or
// how fast.
#pragma once

#include <cstdint>

#include "domain/ids.h"

namespace lotse::domain {

struct WorkDay {
    AgentId agent;
    std::int64_t day = 0;  // since 1970-01-01, UTC
    std::int64_t looks = 0;  // how often they were seen at work
    std::int64_t load = 0;  // at these looks: units in use in thousandths of the capacity, summed
    std::int64_t given = 0;  // tickets that routing gave
    std::int64_t taken = 0;  // that they took themselves
    std::int64_t chosen = 0;  // that a colleague gave
    std::int64_t hard = 0;  // of all these, urgent or high as they came
    std::int64_t streak = 0;  // hard ones in a row until the end of the day
    std::int64_t longest = 0;  // of the day
    bool operator==(WorkDay const&) const = default;
};

}  // namespace lotse::domain
