// SPDX-License-Identifier: Apache-2.0
#include "gate/discoveries.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace lotse::gate {

std::vector<bool> discoveries(std::span<double const> log_e_values, double q) {
    std::vector<double> sorted(log_e_values.begin(), log_e_values.end());
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    auto const all = static_cast<double>(sorted.size());
    // The largest k whose k-th best e-value is at least all / (q k).
    std::size_t granted = 0;
    for (std::size_t k = 1; k <= sorted.size(); ++k)
        if (sorted[k - 1] >= std::log(all / (q * static_cast<double>(k)))) granted = k;
    std::vector<bool> out(log_e_values.size(), false);
    if (granted == 0) return out;
    double const least = sorted[granted - 1];
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = log_e_values[i] >= least;
    return out;
}

}  // namespace lotse::gate
