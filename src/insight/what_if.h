// SPDX-License-Identifier: Apache-2.0
// A desk under a question, lived through beside the desk as it is. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/simulation.h"
#include "insight/desk_figures.h"
#include "insight/draw_life.h"

namespace lotse::insight {

// The desk as it is, for drawing, and as it was.
Variant as_it_is(DeskModel model);
Variant as_it_was(DeskModel model);
// Error: invalid "simulation.what" with the pointer of a person, queue or category that is not the desk's.
Result<Variant> apply(DeskModel const& model, domain::WhatIf const& what);

// Told the share done; false: stop.
using Going = std::function<bool(double)>;

struct Compared {
    Spread before;      // mean of the desk as it is, 95 %
    Spread after;
    Spread difference;  // after - before, run by run
    double unpaired_half = 0;  // half of the interval that the same runs would give unpaired
};

struct WhatIfAnswer {
    Instant from{};
    Instant until{};
    std::size_t runs = 0;
    double tickets = 0;  // that come in the days, of the mean run as it is
    std::array<Compared, kFigures> figures;
};

// Both lives of a run see the same days, tickets and times. `runs` at least 2. Stopped early: unavailable
// "simulation.stopped".
Result<WhatIfAnswer> compare(Variant const& before, Variant const& after, domain::SimulationQuestion const& question,
                             Going const& going);

}  // namespace lotse::insight
