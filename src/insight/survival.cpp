// SPDX-License-Identifier: Apache-2.0
#include "insight/survival.h"

#include <algorithm>
#include <cmath>

namespace lotse::insight {
namespace {

constexpr double kNothing = 1e-12;

}  // namespace

Survival Survival::estimate(std::vector<Exposure> exposures) {
    std::erase_if(exposures, [](Exposure const& one) { return !(one.entered < one.left) || !(one.weight > 0); });
    auto entries = exposures;
    std::ranges::sort(entries, {}, &Exposure::entered);
    std::ranges::sort(exposures, {}, &Exposure::left);
    Survival out;
    double share = 1;
    double at_risk = 0;
    auto entry = entries.begin();
    for (std::size_t i = 0; i < exposures.size();) {
        double const at = exposures[i].left;
        for (; entry != entries.end() && entry->entered < at; ++entry) at_risk += entry->weight;
        double ended = 0;
        double gone = 0;
        for (; i < exposures.size() && exposures[i].left == at; ++i) {
            gone += exposures[i].weight;
            if (exposures[i].has_ended) ended += exposures[i].weight;
        }
        if (ended > 0 && at_risk > kNothing) {
            share *= std::max(0.0, 1 - ended / at_risk);
            // What rounding leaves of the last one is nothing.
            if (share < kNothing) share = 0;
            out.steps_.push_back({at, share});
        }
        at_risk = std::max(0.0, at_risk - gone);
    }
    return out;
}

std::optional<Survival> Survival::from(std::vector<Step> steps) {
    Step last{-std::numeric_limits<double>::infinity(), 1};
    for (auto const& step : steps) {
        if (!std::isfinite(step.at) || !(step.at > last.at) || !(step.survives >= 0) ||
            !(step.survives <= last.survives))
            return std::nullopt;
        last = step;
    }
    Survival out;
    out.steps_ = std::move(steps);
    return out;
}

double Survival::beyond(double x) const {
    auto const after = std::ranges::upper_bound(steps_, x, {}, &Step::at);
    return after == steps_.begin() ? 1 : std::prev(after)->survives;
}

std::optional<double> Survival::quantile(double share) const {
    auto const found =
        std::ranges::find_if(steps_, [&](Step const& step) { return step.survives <= 1 - share + kNothing; });
    if (found == steps_.end()) return std::nullopt;
    return found->at;
}

std::optional<double> Survival::quantile_beyond(double share, double passed) const {
    double const left = beyond(passed);
    // Longer than anything that was seen: nothing is known of what comes then.
    if (left <= kNothing) return std::nullopt;
    auto const found = quantile(1 - (1 - share) * left);
    if (!found) return std::nullopt;
    return std::max(*found, passed);
}

Survival Survival::thinned(int most) const {
    Survival out;
    double const least = 1.0 / std::max(1, most);
    double kept = 1;
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        // The last step of each band stands for it: what is asked for between two kept steps is answered by the later.
        bool const is_last = i + 1 == steps_.size();
        if (!is_last && kept - steps_[i].survives < least) continue;
        kept = steps_[i].survives;
        out.steps_.push_back(steps_[i]);
    }
    return out;
}

}  // namespace lotse::insight
