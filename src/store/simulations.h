// SPDX-License-Identifier: Apache-2.0
// What-if questions about people and work as jobs, and their answers: the newest 50 of a desk are kept.
#pragma once

#include <optional>
#include <vector>

#include "domain/simulation.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Simulation> add_simulation(WriteTxn& txn, domain::Simulation simulation);  // id is given here
Result<domain::Simulation> get_simulation(ReadTxn& txn, domain::SimulationId id);  // not_found "simulation.missing"
Result<std::vector<domain::Simulation>> list_simulations(ReadTxn& txn);  // newest first, without answers
// The oldest that waits; the backlog's partial index.
Result<std::optional<domain::Simulation>> next_simulation(ReadTxn& txn);
// false: it waits no more, so whoever works at it may stop.
Result<bool> note_simulation_progress(WriteTxn& txn, domain::SimulationId id, int percent);
// Of one that waits; of another nothing happens.
Result<void> finish_simulation(WriteTxn& txn, domain::SimulationId id, domain::SimulationState state,
                               std::string_view answer, Instant now);

}  // namespace lotse::store
