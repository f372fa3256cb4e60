// SPDX-License-Identifier: Apache-2.0
#include "store/simulations.h"

#include "base/must.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, state, progress, asked_by, created_at, finished_at, question, answer";
constexpr std::int64_t kKept = 50;

domain::Simulation read_simulation(Row const& row) {
    domain::Simulation out;
    out.id = row.id<domain::SimulationTag>(0);
    out.state = enum_at<domain::SimulationState>(row, 1);
    out.progress = static_cast<int>(row.integer(2));
    out.asked_by = domain::AgentId(row.integer(3));
    out.created_at = row.at(4);
    out.finished_at = row.maybe_at(5);
    auto question = domain::simulation_question_from(object_column(row, 6));
    must(question.has_value(), "a question that this program wrote");
    out.question = *std::move(question);
    out.answer = row.text(7);
    return out;
}

Error missing() { return not_found("simulation.missing", "There is no such simulation; the newest 50 are kept."); }

}  // namespace

Result<domain::Simulation> add_simulation(WriteTxn& txn, domain::Simulation simulation) {
    TRY(simulation.id.value, txn.next_id("simulation"));
    TRY([[maybe_unused]] auto const added,
        txn.run("INSERT INTO simulation (tenant_id, id, state, progress, asked_by, created_at, question, answer) "
                "VALUES (:tenant, ?1, 0, 0, ?2, ?3, ?4, '')",
                {simulation.id, simulation.asked_by, simulation.created_at, to_string(to_json(simulation.question))}));
    TRY([[maybe_unused]] auto const forgotten,
        txn.run("DELETE FROM simulation WHERE tenant_id = :tenant AND id <= ?1", {simulation.id.value - kKept}));
    return simulation;
}

Result<domain::Simulation> get_simulation(ReadTxn& txn, domain::SimulationId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM simulation WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_simulation, missing);
}

Result<std::vector<domain::Simulation>> list_simulations(ReadTxn& txn) {
    return list_all(txn,
                    "SELECT id, state, progress, asked_by, created_at, finished_at, question, '' FROM simulation "
                    "WHERE tenant_id = :tenant ORDER BY id DESC",
                    {}, read_simulation);
}

Result<std::optional<domain::Simulation>> next_simulation(ReadTxn& txn) {
    return find_one(
        txn, sql<"SELECT ", kColumns, " FROM simulation WHERE tenant_id = :tenant AND state = 0 ORDER BY id LIMIT 1">,
        {}, read_simulation);
}

Result<bool> note_simulation_progress(WriteTxn& txn, domain::SimulationId id, int percent) {
    TRY(auto const changed,
        txn.run("UPDATE simulation SET progress = ?2 WHERE tenant_id = :tenant AND id = ?1 AND state = 0",
                {id, percent}));
    return changed == 1;
}

Result<void> finish_simulation(WriteTxn& txn, domain::SimulationId id, domain::SimulationState state,
                               std::string_view answer, Instant now) {
    auto const done = txn.run(
        "UPDATE simulation SET state = ?2, progress = 100, answer = ?3, finished_at = ?4 "
        "WHERE tenant_id = :tenant AND id = ?1 AND state = 0",
        {id, stored(state), answer, now});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
