// SPDX-License-Identifier: Apache-2.0
// What if there were two more people who speak German? The desk's days to come, lived through many times as it is and as it is
// asked, on the same days and tickets. Before anything is told, the last four weeks are lived through and held against
// what happened: while one headline figure is off, what-ifs are not told (docs/decisions/0024-what-if.md).
#pragma once

#include <functional>
#include <optional>

#include "desk/desk_model.h"
#include "domain/simulation.h"
#include "insight/back_test.h"

namespace lotse::desk {

struct SimulationAnswer {
    ModelBasis basis;
    double touch_scale = 1;  // fitted on the weeks before the test
    double reaction_minutes = 0;  // median of the desk's time until somebody turns to what came, beside being busy
    double touch_minutes = 0;  // median visit, after scaling
    insight::BackTest test;
    std::optional<insight::WhatIfAnswer> what_if;  // none: the test says why
};

// Told the share done; false: stop. May be empty.
using SimulationProgress = std::function<bool(double)>;

// Reads in pages, then computes for seconds to minutes. Errors: as check, and of insight::apply; unavailable
// "simulation.stopped".
Result<SimulationAnswer> simulate(Desk& desk, domain::TenantScope const& scope,
                                  domain::SimulationQuestion const& question, SimulationProgress const& progress = {});
// Whether the people, queues and categories of the question are the desk's.
Result<void> check_question(Setup const& setup, domain::SimulationQuestion const& question);

JsonObject to_json(SimulationAnswer const& answer);

}  // namespace lotse::desk
