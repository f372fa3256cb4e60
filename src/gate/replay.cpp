// SPDX-License-Identifier: Apache-2.0
#include "gate/replay.h"

#include <algorithm>

#include "gate/discoveries.h"

namespace lotse::gate {
namespace {

std::vector<double> grid() {
    std::vector<double> out;
    for (int percent = 0; percent < 100; ++percent) out.push_back(percent / 100.0);
    out.insert(out.end(), {0.995, 0.999, 1.0});
    return out;
}

// Scores are shown and stored rounded; a score that reads 0.90 reaches 0.9.
constexpr double kRounding = 1e-9;

}  // namespace

std::vector<CurvePoint> curve_of(std::span<Choice const> choices, std::size_t all) {
    std::vector<Choice> rows(choices.begin(), choices.end());
    std::ranges::sort(rows, [](auto const& a, auto const& b) { return a.score > b.score; });
    auto thresholds = grid();
    std::vector<CurvePoint> out(thresholds.size());
    CurvePoint sum;
    std::size_t next = 0;
    for (std::size_t i = thresholds.size(); i-- > 0;) {
        for (; next < rows.size() && rows[next].score + kRounding >= thresholds[i]; ++next) {
            ++sum.acts;
            sum.judged += rows[next].is_judged ? 1 : 0;
            sum.right += rows[next].is_judged && rows[next].is_right ? 1 : 0;
        }
        out[i] = sum;
        out[i].threshold = thresholds[i];
        out[i].precision = wilson(sum.right, sum.judged);
        out[i].coverage = all == 0 ? 0 : static_cast<double>(sum.acts) / static_cast<double>(all);
    }
    return out;
}

std::size_t point_at(std::span<CurvePoint const> curve, double threshold) {
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (curve[i].threshold + kRounding >= threshold) return i;
    return curve.empty() ? 0 : curve.size() - 1;
}

std::size_t lowest_reaching(std::span<CurvePoint const> curve, double precision) {
    for (std::size_t i = 0; i < curve.size(); ++i)
        if (curve[i].judged > 0 && curve[i].rate() >= precision) return i;
    return curve.size();
}

GateRun run_gate(std::span<Choice const> choices, std::vector<std::vector<double>> const& thresholds,
                 Target const& target) {
    GateRun out;
    out.slices.resize(thresholds.size());
    std::vector<Standing> standings;
    std::vector<double> evidence;
    for (auto const& of_slice : thresholds) {
        standings.push_back(Standing::starting(target, of_slice));
        evidence.push_back(standings.back().proof.log_e_value());
    }
    for (auto const& choice : choices) {
        auto& standing = standings[choice.slice];
        auto& run = out.slices[choice.slice];
        if (auto const from = standing.acts_from(); from && choice.score >= *from) {
            ++run.acts;
            run.judged += choice.is_judged ? 1 : 0;
            run.right += choice.is_judged && choice.is_right ? 1 : 0;
        }
        standing.observe_choice(choice.score);
        if (!choice.is_judged) continue;
        ++run.blind;
        standing.observe_blind({choice.score, choice.is_right, choice.is_among_three});
        evidence[choice.slice] = standing.proof.log_e_value();
        standing.review(discoveries(evidence)[choice.slice]);
    }
    for (std::size_t i = 0; i < standings.size(); ++i) {
        auto& run = out.slices[i];
        run.stage = standings[i].stage;
        out.automatic += run.stage == Stage::automatic ? 1 : 0;
        out.acts += run.acts;
        out.judged += run.judged;
        out.right += run.right;
    }
    out.precision = wilson(out.right, out.judged);
    return out;
}

}  // namespace lotse::gate
