// SPDX-License-Identifier: Apache-2.0
#include "gate/drift_watch.h"

#include <algorithm>

namespace lotse::gate {
namespace {

// Shares of the largest stake that cannot ruin: at a target of 0.95 these are 0.5, 1, 2, 4, 8 and 12. Small ones see a
// slow decline, large ones a sudden one.
constexpr std::array<double, DriftWatch::kStakes> kShares{0.025, 0.05, 0.1, 0.2, 0.4, 0.6};
constexpr double kLargest = 1e12;  // an alarm that nobody answers must not overflow

}  // namespace

void DriftWatch::observe(bool is_right) {
    ++rows_;
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        double const stake = kShares[i] / (1 - target_);
        sums_[i] = std::min(kLargest, (1 + sums_[i]) * (1 + stake * (target_ - (is_right ? 1 : 0))));
    }
}

double DriftWatch::level() const {
    double sum = 0;
    for (double const one : sums_) sum += one;
    return sum / kStakes;
}

DriftWatch DriftWatch::from(double target, double run_length, std::int64_t rows,
                            std::array<double, kStakes> const& sums) {
    DriftWatch out(target, run_length);
    out.rows_ = rows;
    out.sums_ = sums;
    return out;
}

}  // namespace lotse::gate
