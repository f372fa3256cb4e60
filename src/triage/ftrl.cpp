// SPDX-License-Identifier: Apache-2.0
#include "triage/ftrl.h"

#include <algorithm>

#include "triage/calibration.h"

namespace lotse::triage {

std::vector<ActiveClass> active_classes(std::span<float> scores, std::size_t truth, float weight) {
    scores[truth] -= kMargin;
    auto gradient = softmax(scores, 1);
    gradient[truth] -= 1;
    std::vector<ActiveClass> out;
    for (std::size_t i = 0; i < gradient.size(); ++i)
        if (std::abs(gradient[i]) >= kIdleGradient)
            out.push_back({static_cast<std::uint32_t>(i), static_cast<float>(gradient[i]) * weight});
    return out;
}

void update_row(float* weights, float* rates, std::span<ActiveClass const> active, float value) {
    for (auto const& [label, gradient] : active) {
        float const g = gradient * value;
        rates[label] += g * g;
        weights[label] -= kAlpha * g / (kBeta + std::sqrt(rates[label]));
    }
}

void add_row(std::span<float> out, float const* row, float value) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += value * row[i];
}

// The shorter one leads, so a long centroid costs only look-ups.
double dot(Features const& a, Features const& b) {
    if (a.size() > b.size()) return dot(b, a);
    double sum = 0;
    auto from = b.begin();
    for (auto const& feature : a) {
        from =
            std::lower_bound(from, b.end(), feature.index, [](auto const& f, auto index) { return f.index < index; });
        if (from == b.end()) break;
        if (from->index == feature.index) sum += static_cast<double>(feature.value) * from->value;
    }
    return sum;
}

Features sum_of(Features const& a, Features const& b) {
    Features out;
    out.reserve(a.size() + b.size());
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && left->index < right->index)) {
            out.push_back(*left++);
        } else if (left == a.end() || right->index < left->index) {
            out.push_back(*right++);
        } else {
            out.push_back({left->index, left->value + right->value});
            ++left, ++right;
        }
    }
    return out;
}

double likeness(Features const& features, Features const& sum) {
    double const length = std::sqrt(dot(features, features) * dot(sum, sum));
    return length > 0 ? dot(features, sum) / length : 0;
}

}  // namespace lotse::triage
