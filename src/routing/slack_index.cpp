// SPDX-License-Identifier: Apache-2.0
#include "routing/slack_index.h"

#include <algorithm>
#include <cmath>

namespace lotse::routing {

double urgency(Instant opened, Instant due, Instant done, SlackRules const& rules) {
    auto const target = std::max<double>(1, static_cast<double>((due - opened).count()));
    double const used = std::max(0.0, static_cast<double>((done - opened).count()) / target);
    if (used > 1) return std::min(1.0, rules.late_urgency * used);
    double power = 1;
    for (int i = 0; i < rules.steepness; ++i) power *= used;
    return rules.least_urgency + (1 - rules.least_urgency) * power;
}

double scarcity(int able, int rarest, SlackRules const& rules) {
    if (rarest >= able || able <= 0) return 1;
    return std::pow(static_cast<double>(std::max(1, rarest)) / able, rules.scarcity_power);
}

}  // namespace lotse::routing
