// SPDX-License-Identifier: Apache-2.0
// What the gate would have granted on a labelled history, and how often it would have been wrong: the same choices are
// dealt anew many times into evidence and future. Beside it the two yardsticks: the threshold that only hindsight knows,
// and a slider set on its own history, which is what help desks offer today. Pure; the same seed gives the same figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/rate_interval.h"
#include "gate/proof.h"

namespace lotse::gate {

struct SimulationOptions {
    Target target;
    std::size_t evidence_rows = 1'500;  // at most half of the rows are used
    int splits = 400;
    std::uint64_t seed = 1;
};

// Means over the splits. A broken split acted on some future rows and was right on fewer than the target.
struct Yield {
    double coverage = 0;  // of the future rows
    int acting = 0;  // splits in which any right was granted
    int broken = 0;
    RateInterval broken_interval;  // of all splits, Wilson
};

struct Simulation {
    int splits = 0;
    std::size_t evidence_rows = 0;
    std::size_t future_rows = 0;
    Yield gate;
    Yield slider;  // the lowest threshold whose evidence reaches the target
    double oracle_coverage = 0;
};

// training: rows that plan the thresholds; judged: rows that neither the model nor the plan has seen.
Simulation simulate(std::span<Row const> training, std::span<Row const> judged, SimulationOptions const& options);

}  // namespace lotse::gate
