// SPDX-License-Identifier: Apache-2.0
#include "triage/calibration.h"

#include <algorithm>
#include <cmath>

namespace lotse::triage {
namespace {

constexpr std::size_t kEnough = 20;

double log_loss(std::span<HeldOut const> examples, double temperature) {
    double sum = 0;
    for (auto const& example : examples) {
        if (example.scores.empty()) continue;
        double const top = *std::max_element(example.scores.begin(), example.scores.end());
        double total = 0;
        for (float const score : example.scores) total += std::exp((static_cast<double>(score) - top) / temperature);
        sum += std::log(total) - (static_cast<double>(example.scores[example.truth]) - top) / temperature;
    }
    return sum;
}

}  // namespace

double fit_temperature(std::span<HeldOut const> examples) {
    if (examples.size() < kEnough) return 1;
    // The loss is convex in 1/T, hence unimodal in log T.
    double low = std::log(0.02);
    double high = std::log(20.0);
    double const ratio = (std::sqrt(5.0) - 1) / 2;
    double a = high - ratio * (high - low);
    double b = low + ratio * (high - low);
    double loss_a = log_loss(examples, std::exp(a));
    double loss_b = log_loss(examples, std::exp(b));
    for (int i = 0; i < 40; ++i) {
        if (loss_a < loss_b) {
            high = b;
            b = a;
            loss_b = loss_a;
            a = high - ratio * (high - low);
            loss_a = log_loss(examples, std::exp(a));
        } else {
            low = a;
            a = b;
            loss_a = loss_b;
            b = low + ratio * (high - low);
            loss_b = log_loss(examples, std::exp(b));
        }
    }
    return std::exp((low + high) / 2);
}

std::vector<double> softmax(std::span<float const> scores, double temperature) {
    std::vector<double> out(scores.size());
    if (scores.empty()) return out;
    double const top = *std::max_element(scores.begin(), scores.end());
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        out[i] = std::exp((static_cast<double>(scores[i]) - top) / temperature);
        sum += out[i];
    }
    for (double& value : out) value /= sum;
    return out;
}

double expected_calibration_error(std::span<Judged const> judged, int bins) {
    if (judged.empty() || bins < 1) return 0;
    struct Bin {
        double confidence = 0;
        double right = 0;
    };
    std::vector<Bin> filled(static_cast<std::size_t>(bins));
    for (auto const& one : judged) {
        auto const at = std::clamp(one.confidence, 0.0, 1.0) * bins;
        auto& bin = filled[std::min(static_cast<std::size_t>(at), filled.size() - 1)];
        bin.confidence += one.confidence;
        bin.right += one.is_right ? 1 : 0;
    }
    double sum = 0;
    for (auto const& bin : filled) sum += std::abs(bin.confidence - bin.right);
    return sum / static_cast<double>(judged.size());
}

}  // namespace lotse::triage
