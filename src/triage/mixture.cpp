// SPDX-License-Identifier: Apache-2.0
#include "triage/mixture.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

namespace lotse::triage {
namespace {

constexpr double kFloor = 1e-6;
constexpr std::size_t kEnough = 20;

}  // namespace

std::vector<double> log_of(std::vector<double> const& chances) {
    std::vector<double> out;
    out.reserve(chances.size());
    for (double const chance : chances) out.push_back(std::log(std::max(chance, kFloor)));
    return out;
}

std::vector<double> exp_of(std::vector<double> logs) {
    for (double& one : logs) one = std::exp(one);
    return logs;
}

std::vector<double> log_softmax(std::vector<double> scores, double temperature) {
    if (scores.empty()) return scores;
    for (double& score : scores) score /= temperature;
    double const top = *std::ranges::max_element(scores);
    double sum = 0;
    for (double const score : scores) sum += std::exp(score - top);
    double const whole = top + std::log(sum);
    for (double& score : scores) score -= whole;
    return scores;
}

std::vector<std::size_t> places_among(std::vector<ClassCount> const& dense_names,
                                      std::vector<ClassCount> const& names) {
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t i = 0; i < dense_names.size(); ++i) known.emplace(dense_names[i].name, i);
    std::vector<std::size_t> out;
    out.reserve(names.size());
    for (auto const& one : names) {
        auto const found = known.find(one.name);
        out.push_back(found == known.end() ? dense_names.size() : found->second);
    }
    return out;
}

std::vector<double> mix(std::vector<ClassCount> const& names, std::vector<double> const& words,
                        std::vector<std::size_t> const& places, std::vector<double> const& dense, double share) {
    bool const has_frequent = std::ranges::any_of(names, [](auto const& one) { return one.examples >= kRareBelow; });
    std::vector<double> out;
    out.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        bool const is_rare = has_frequent && names[i].examples < kRareBelow;
        if (places[i] >= dense.size()) out.push_back(words[i]);
        else if (is_rare) out.push_back(dense[places[i]]);
        else out.push_back((1 - share) * words[i] + share * dense[places[i]]);
    }
    return out;
}

double familiarity_of(std::vector<double> const& chances) {
    double most = 0;
    double sum = 0;
    for (double const chance : chances) {
        double const root = std::sqrt(chance);
        most = std::max(most, root);
        sum += root;
    }
    return sum > 0 ? most / sum : 0;
}

double log_loss_at(std::span<Scored const> rows, double temperature) {
    double sum = 0;
    for (auto const& row : rows) {
        if (row.truth >= row.scores.size()) {
            sum -= std::log(kFloor);
            continue;
        }
        double const top = *std::ranges::max_element(row.scores);
        double whole = 0;
        for (double const score : row.scores) whole += std::exp((score - top) / temperature);
        sum += std::min(std::log(whole) - (row.scores[row.truth] - top) / temperature, -std::log(kFloor));
    }
    return rows.empty() ? 0 : sum / static_cast<double>(rows.size());
}

double best_temperature(std::span<Scored const> rows) {
    if (rows.size() < kEnough) return 1;
    double best = 1;
    double least = log_loss_at(rows, best);
    // The loss has one valley in log T: coarse steps find it, finer ones its floor.
    double const from = std::log(0.05);
    double const to = std::log(100.0);
    for (double const step : {0.5, 0.1, 0.03}) {
        double const middle = std::log(best);
        double const low = step > 0.4 ? from : std::max(from, middle - 5 * step);
        double const high = step > 0.4 ? to : std::min(to, middle + 5 * step);
        for (double at = low; at <= high; at += step) {
            double const loss = log_loss_at(rows, std::exp(at));
            if (loss < least) least = loss, best = std::exp(at);
        }
    }
    return best;
}

}  // namespace lotse::triage
