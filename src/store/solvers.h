// SPDX-License-Identifier: Apache-2.0
// Who solved what, as routing learns from it: one row a counted ticket, one a person and trait value.
#pragma once

#include <optional>
#include <vector>

#include "domain/solved.h"
#include "store/db.h"

namespace lotse::store {

Result<std::optional<domain::Solution>> find_solution(ReadTxn& txn, domain::TicketId ticket);
Result<void> put_solution(WriteTxn& txn, domain::Solution const& solution);  // instead of an earlier one
Result<void> remove_solution(WriteTxn& txn, domain::TicketId ticket);

Result<std::optional<domain::Solved>> find_solver(ReadTxn& txn, domain::TraitValue const& what, domain::AgentId agent);
Result<void> put_solver(WriteTxn& txn, domain::TraitValue const& what, domain::Solver const& solver);
// Everybody who solved tickets with this value, by id; at most 2,000.
Result<std::vector<domain::Solver>> list_solvers(ReadTxn& txn, domain::TraitValue const& what);
struct SolverOf {
    std::int64_t value = 0;
    domain::Solver solver;
};
// Of all values of a trait, by value and person, from behind `after`; at most `limit`.
Result<std::vector<SolverOf>> list_solvers_of(ReadTxn& txn, domain::Trait trait, SolverOf const& after, int limit);
// What one person solved, of one trait; at most 500.
Result<std::vector<SolverOf>> list_solved_by(ReadTxn& txn, domain::AgentId agent, domain::Trait trait);

Result<domain::UsualTime> read_usual_time(ReadTxn& txn, domain::CategoryId category);  // nothing seen: zeros
Result<void> write_usual_time(WriteTxn& txn, domain::CategoryId category, domain::UsualTime usual);

}  // namespace lotse::store
