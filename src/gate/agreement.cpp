// SPDX-License-Identifier: Apache-2.0
#include "gate/agreement.h"

#include <map>

namespace lotse::gate {

Agreement agreement_of(std::span<TwoChoices const> pairs) {
    Agreement out;
    std::map<std::string, std::size_t> counts;
    for (auto const& pair : pairs) {
        ++out.pairs;
        out.agreeing += pair.first == pair.second ? 1 : 0;
        ++counts[pair.first];
        ++counts[pair.second];
    }
    out.interval = wilson(out.agreeing, out.pairs);
    if (out.pairs == 0) return out;
    double chance = 0;
    for (auto const& [value, count] : counts) {
        double const share = static_cast<double>(count) / static_cast<double>(2 * out.pairs);
        chance += share * share;
    }
    double const observed = static_cast<double>(out.agreeing) / static_cast<double>(out.pairs);
    out.beyond_chance = chance >= 1 ? 1 : (observed - chance) / (1 - chance);
    return out;
}

}  // namespace lotse::gate
