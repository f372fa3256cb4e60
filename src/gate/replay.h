// SPDX-License-Identifier: Apache-2.0
// What if: on decisions that were made, how often a machine would have acted from each threshold on, and how often it would
// have been right; and what the gate would have granted, decision by decision, under another wish. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/rate_interval.h"
#include "gate/proof.h"
#include "gate/standing.h"

namespace lotse::gate {

// One choice of the machine. Only decisions that people made blind are judged: those made with the choice in sight agree
// too often, and of acts mostly the wrong ones were decided at all.
struct Choice {
    double score = 0;
    bool is_judged = false;
    bool is_right = false;  // where judged
    bool is_among_three = false;  // where judged: the decision was among the machine's first three
    std::uint32_t slice = 0;  // position in the list of slices
};

struct CurvePoint {
    double threshold = 0;
    std::size_t acts = 0;  // choices at or above the threshold, judged or not
    std::size_t judged = 0;  // of them
    std::size_t right = 0;  // of those
    RateInterval precision;  // Wilson, 95 %, of right in judged
    double coverage = 0;  // acts among all choices

    double rate() const { return judged == 0 ? 0 : static_cast<double>(right) / static_cast<double>(judged); }
};
// At 0, 0.01, ..., 0.99, 0.995, 0.999, 1. `all`: tickets for which a choice could have been made, abstentions included.
std::vector<CurvePoint> curve_of(std::span<Choice const> choices, std::size_t all);
// The point of a threshold: the first that is not below it. Its position; the last for anything above 1.
std::size_t point_at(std::span<CurvePoint const> curve, double threshold);
// The lowest threshold of which hindsight says that it reached the precision. The size of the curve
// if there is none with at least one judged choice.
std::size_t lowest_reaching(std::span<CurvePoint const> curve, double precision);

struct SliceRun {
    Stage stage = Stage::shadow;  // at the end
    std::size_t acts = 0;  // while automatic, at or above the threshold of that moment
    std::size_t judged = 0;
    std::size_t right = 0;
    std::size_t blind = 0;  // decisions that counted
};
struct GateRun {
    std::vector<SliceRun> slices;
    std::size_t acts = 0;
    std::size_t judged = 0;
    std::size_t right = 0;
    RateInterval precision;
    int automatic = 0;  // slices, at the end
};
// From nothing, in the order of the choices; each act is counted before its decision is known. thresholds: of each slice.
GateRun run_gate(std::span<Choice const> choices, std::vector<std::vector<double>> const& thresholds,
                 Target const& target);

}  // namespace lotse::gate
