// SPDX-License-Identifier: Apache-2.0
// What a statement touches: its verb, the tables it reads and the one it changes. Both engines ask before they prepare
// anything, so a statement that one of them would refuse is refused by both.
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "store/sql_tokens.h"

namespace lotse::store {

using TableNames = std::set<std::string, std::less<>>;

enum class Verb { select, insert, update, remove };

struct TableUse {
    std::size_t token = 0;  // index of the table's name
    std::string name;       // lower case
    std::string alias;      // "" if the statement gives none
    bool is_target = false;
};

constexpr std::size_t kNoToken = static_cast<std::size_t>(-1);

struct Shape {
    Verb verb = Verb::select;
    std::vector<SqlToken> tokens;
    std::vector<TableUse> tables;      // without the names that WITH defines
    std::vector<std::string> queries;  // the names that WITH defines
    int parameters = 0;                // the highest ?n
    std::size_t where = kNoToken;      // WHERE of an UPDATE or DELETE itself
    std::size_t tail = 0;              // first token behind its condition: RETURNING, or the end
    std::vector<std::pair<std::size_t, std::size_t>> row_locks;  // FOR UPDATE [SKIP LOCKED], as [first, last]

    TableUse const* target() const;
};

// Tables outside `known`, names of the wall's own (t_*, sqlite_*, pg_*, ...), a WITH name that hides a table, more than
// one statement, everything but SELECT, INSERT, UPDATE, DELETE, and an update of the audit list are refused.
// Error: bug "store.statement".
Result<Shape> shape_of(std::string_view sql, TableNames const& known);
// The same for a statement of a migration that changes rows: its tables are taken at their word.
Result<Shape> shape_of_migration(std::string_view sql);

}  // namespace lotse::store
