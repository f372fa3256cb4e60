// SPDX-License-Identifier: Apache-2.0
#include "store/solvers.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

domain::Trait trait_at(std::int64_t number) {
    must(number >= 0 && number < static_cast<std::int64_t>(domain::kTraits), "a trait that this program knows");
    return static_cast<domain::Trait>(number);
}

domain::Solution read_solution(Row const& row) {
    domain::Solution out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.agent = row.id<domain::AgentTag>(1);
    out.solved_at = row.at(2);
    out.quality = static_cast<int>(row.integer(3));
    for (auto const& item : array_column(row, 4)) {
        auto const& pair = item.as_array();
        out.traits.emplace_back(trait_at(pair.at(0).to_number<std::int64_t>()), pair.at(1).to_number<std::int64_t>());
    }
    return out;
}

std::string traits_text(std::vector<domain::TraitValue> const& traits) {
    JsonArray out;
    for (auto const& [trait, value] : traits) out.push_back(JsonArray{stored(trait), value});
    return to_string(out);
}

domain::Solved read_solved(Row const& row) { return {row.number(0), row.number(1), row.at(2)}; }
domain::Solver read_solver(Row const& row) {
    return {row.id<domain::AgentTag>(3), {row.number(0), row.number(1), row.at(2)}};
}
SolverOf read_solver_of(Row const& row) { return {row.integer(4), read_solver(row)}; }
domain::UsualTime read_usual(Row const& row) { return {row.integer(0), row.number(1)}; }

}  // namespace

Result<std::optional<domain::Solution>> find_solution(ReadTxn& txn, domain::TicketId ticket) {
    return find_one(
        txn,
        "SELECT ticket_id, agent_id, solved_at, quality, traits FROM solution WHERE tenant_id = :tenant AND "
        "ticket_id = ?1",
        {ticket}, read_solution);
}

Result<void> put_solution(WriteTxn& txn, domain::Solution const& solution) {
    auto const done = txn.run(
        "INSERT INTO solution (tenant_id, ticket_id, agent_id, solved_at, quality, traits) VALUES (:tenant, ?1, ?2, "
        "?3, "
        "?4, ?5) ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET agent_id = ?2, solved_at = ?3, quality = ?4, traits "
        "= "
        "?5",
        {solution.ticket, solution.agent, solution.solved_at, solution.quality, traits_text(solution.traits)});
    if (!done) return done.error();
    return {};
}

Result<void> remove_solution(WriteTxn& txn, domain::TicketId ticket) {
    auto const done = txn.run("DELETE FROM solution WHERE tenant_id = :tenant AND ticket_id = ?1", {ticket});
    if (!done) return done.error();
    return {};
}

Result<std::optional<domain::Solved>> find_solver(ReadTxn& txn, domain::TraitValue const& what, domain::AgentId agent) {
    return find_one(txn,
                    "SELECT solved, good, at FROM solver WHERE tenant_id = :tenant AND kind = ?1 AND value = ?2 AND "
                    "agent_id = ?3",
                    {stored(what.first), what.second, agent}, read_solved);
}

Result<void> put_solver(WriteTxn& txn, domain::TraitValue const& what, domain::Solver const& solver) {
    auto const done = txn.run(
        "INSERT INTO solver (tenant_id, kind, value, agent_id, solved, good, at) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, "
        "?6) ON CONFLICT (tenant_id, kind, value, agent_id) DO UPDATE SET solved = ?4, good = ?5, at = ?6",
        {stored(what.first), what.second, solver.agent, solver.solved.n, solver.solved.good, solver.solved.at});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::Solver>> list_solvers(ReadTxn& txn, domain::TraitValue const& what) {
    return list_all(txn,
                    "SELECT solved, good, at, agent_id FROM solver WHERE tenant_id = :tenant AND kind = ?1 AND value = "
                    "?2 ORDER BY agent_id LIMIT 2000",
                    {stored(what.first), what.second}, read_solver);
}

Result<std::vector<SolverOf>> list_solvers_of(ReadTxn& txn, domain::Trait trait, SolverOf const& after, int limit) {
    return list_all(txn,
                    "SELECT solved, good, at, agent_id, value FROM solver WHERE tenant_id = :tenant AND kind = ?1 AND "
                    "(value, agent_id) > (?2, ?3) ORDER BY value, agent_id LIMIT ?4",
                    {stored(trait), after.value, after.solver.agent, limit}, read_solver_of);
}

Result<std::vector<SolverOf>> list_solved_by(ReadTxn& txn, domain::AgentId agent, domain::Trait trait) {
    return list_all(txn,
                    "SELECT solved, good, at, agent_id, value FROM solver WHERE tenant_id = :tenant AND agent_id = ?1 "
                    "AND kind = ?2 ORDER BY value LIMIT 500",
                    {agent, stored(trait)}, read_solver_of);
}

Result<domain::UsualTime> read_usual_time(ReadTxn& txn, domain::CategoryId category) {
    TRY(auto const found,
        find_one(txn, "SELECT seen, log_minutes FROM usual_time WHERE tenant_id = :tenant AND category_id = ?1",
                 {category}, read_usual));
    return found.value_or(domain::UsualTime{});
}

Result<void> write_usual_time(WriteTxn& txn, domain::CategoryId category, domain::UsualTime usual) {
    auto const done = txn.run(
        "INSERT INTO usual_time (tenant_id, category_id, seen, log_minutes) VALUES (:tenant, ?1, ?2, ?3) ON CONFLICT "
        "(tenant_id, category_id) DO UPDATE SET seen = ?2, log_minutes = ?3",
        {category, usual.seen, usual.log_minutes});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
