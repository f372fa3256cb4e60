// SPDX-License-Identifier: Apache-2.0
#include "gate/e_process.h"

#include <algorithm>
#include <cmath>

namespace lotse::gate {
namespace {

// Stakes as a share of the largest that cannot ruin the gambler. A mixture needs no guess of the true rate and loses at
// most log(6) against the best of them.
constexpr std::array<double, EProcess::kBets> kStakes{0.1, 0.2, 0.4, 0.6, 0.8, 0.95};
constexpr std::int64_t kNever = 100'000'000;

}  // namespace

void EProcess::observe(bool is_right) {
    ++rows_;
    right_ += is_right ? 1 : 0;
    log_peak_ = std::max(log_peak_, log_wealth());
}

double EProcess::log_wealth() const { return log_wealth_at(static_cast<double>(rows_), static_cast<double>(right_)); }

// A constant stake b pays 1 + b(1 - null) on a right row and 1 - b*null on a wrong one, so only the counts matter.
double EProcess::log_wealth_at(double rows, double right) const {
    std::array<double, kBets> logs{};
    for (std::size_t i = 0; i < kStakes.size(); ++i) {
        double const stake = kStakes[i] / null_rate_;
        logs[i] = right * std::log1p(stake * (1 - null_rate_)) + (rows - right) * std::log1p(-stake * null_rate_);
    }
    double const top = *std::max_element(logs.begin(), logs.end());
    double sum = 0;
    for (double const one : logs) sum += std::exp(one - top);
    return top + std::log(sum / kBets);
}

std::optional<std::int64_t> EProcess::rows_until(double log_goal, double rate) const {
    auto const reaches = [&](std::int64_t more) {
        auto const rows = static_cast<double>(rows_ + more);
        return log_wealth_at(rows, static_cast<double>(right_) + rate * static_cast<double>(more)) >= log_goal;
    };
    if (reaches(0)) return 0;
    std::int64_t high = 1;
    while (!reaches(high)) {
        high *= 2;
        if (high > kNever) return std::nullopt;
    }
    std::int64_t low = high / 2;  // does not reach
    while (high - low > 1) {
        auto const middle = low + (high - low) / 2;
        (reaches(middle) ? high : low) = middle;
    }
    return high;
}

EProcess EProcess::from(double null_rate, State const& state) {
    EProcess out(null_rate);
    out.rows_ = state.rows;
    out.right_ = state.right;
    out.log_peak_ = state.log_peak;
    return out;
}

}  // namespace lotse::gate
