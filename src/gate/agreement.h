// SPDX-License-Identifier: Apache-2.0
// How often two people who do not see each other's choice agree: no machine can be told to be righter than that, so it
// stands beside every accuracy. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "base/rate_interval.h"

namespace lotse::gate {

struct TwoChoices {
    std::string first;
    std::string second;
};

struct Agreement {
    std::size_t pairs = 0;
    std::size_t agreeing = 0;
    RateInterval interval;  // Wilson, 95 %
    // Beyond chance: Scott's pi (1955), for the two are whoever was on duty. 1 full, 0 as by chance; 1 if all pairs have
    // one and the same value.
    double beyond_chance = 0;
};
Agreement agreement_of(std::span<TwoChoices const> pairs);

}  // namespace lotse::gate
