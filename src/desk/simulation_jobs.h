// SPDX-License-Identifier: Apache-2.0
// A simulation as a job: asked, worked off behind the desk, kept with its answer. One that was cut off by the end of the
// program begins anew.
#pragma once

#include <string>
#include <vector>

#include "desk/made.h"
#include "domain/simulation.h"

namespace lotse::desk {

// Errors: as check_question; conflict "simulation.busy" while twenty wait.
Result<Made<domain::Simulation>> ask_simulation(Desk& desk, access::Principal const& principal,
                                                domain::SimulationQuestion const& question, CallKey const& key);
Result<domain::Simulation> get_simulation(Desk& desk, domain::TenantScope const& scope, domain::SimulationId id);
Result<std::vector<domain::Simulation>> list_simulations(Desk& desk, domain::TenantScope const& scope);
// One that waits or is worked at becomes "stopped"; of another nothing happens.
Result<domain::Simulation> stop_simulation(Desk& desk, domain::TenantScope const& scope, domain::SimulationId id);

// What an answer tells of, by name.
std::vector<std::string> simulated_figures();

// Works off the oldest waiting one of each desk; true: there may be more. An error is one of the store.
Result<bool> run_simulation_step(Desk& desk);

}  // namespace lotse::desk
