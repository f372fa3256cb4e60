// SPDX-License-Identifier: Apache-2.0
#include "gate/stability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/rate_interval.h"

namespace lotse::gate {
namespace {

constexpr std::int64_t kEnough = 100;

double share_of(ScoreSpread const& spread, std::size_t bin) {
    return (static_cast<double>(spread.bins()[bin]) + 0.5) /
           (static_cast<double>(spread.rows()) + 0.5 * ScoreSpread::kBins);
}

}  // namespace

void ScoreSpread::add(double score) {
    double const place = std::clamp(score, 0.0, 1.0) * kBins;
    ++bins_[std::min(kBins - 1, static_cast<std::size_t>(place))];
}

std::int64_t ScoreSpread::rows() const { return std::accumulate(bins_.begin(), bins_.end(), std::int64_t{0}); }

ScoreSpread ScoreSpread::from(std::array<std::int64_t, kBins> const& bins) {
    ScoreSpread out;
    out.bins_ = bins;
    return out;
}

double population_stability(ScoreSpread const& then, ScoreSpread const& now) {
    if (then.rows() < kEnough || now.rows() < kEnough) return 0;
    double sum = 0;
    for (std::size_t bin = 0; bin < ScoreSpread::kBins; ++bin) {
        double const before = share_of(then, bin);
        double const after = share_of(now, bin);
        sum += (after - before) * std::log(after / before);
    }
    return sum;
}

bool are_unusual(Corrections const& norm, Corrections const& now) {
    if (now.rows == 0 || norm.rows == 0) return false;
    // One imagined correction, so that a desk that never corrected does not alarm at its first.
    double const usual = static_cast<double>(norm.changed + 1) / static_cast<double>(norm.rows + 1);
    double const recent = static_cast<double>(now.changed) / static_cast<double>(now.rows);
    auto const sure = clopper_pearson(static_cast<std::size_t>(now.changed), static_cast<std::size_t>(now.rows));
    return recent > 3 * usual && sure.low > usual;
}

}  // namespace lotse::gate
