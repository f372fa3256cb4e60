// SPDX-License-Identifier: Apache-2.0
#include "base/rate_interval.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>
#include <cmath>

namespace lotse {

RateInterval wilson(std::size_t hits, std::size_t of) {
    if (of == 0) return {};
    double const z = 1.959964;
    auto const n = static_cast<double>(of);
    double const rate = static_cast<double>(hits) / n;
    double const centre = (rate + z * z / (2 * n)) / (1 + z * z / n);
    double const half = z * std::sqrt(rate * (1 - rate) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

RateInterval clopper_pearson(std::size_t hits, std::size_t of, double confidence) {
    if (of == 0) return {};
    double const tail = (1 - confidence) / 2;
    auto const right = static_cast<double>(hits);
    auto const wrong = static_cast<double>(of - hits);
    RateInterval out;
    if (hits > 0) out.low = boost::math::ibeta_inv(right, wrong + 1, tail);
    if (hits < of) out.high = boost::math::ibeta_inv(right + 1, wrong, 1 - tail);
    return out;
}

}  // namespace lotse
