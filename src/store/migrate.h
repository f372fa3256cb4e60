// SPDX-License-Identifier: Apache-2.0
// Brings a database to the schema of this program: forward only, one transaction a step. The engines lend themselves
// through MigrationTarget. How to add a migration: docs/recipes/migration.md.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace lotse::store {

// One file of migrations/: SQL that both engines speak, with {blob} and {without_rowid} where their schemas differ.
struct Migration {
    int number = 0;  // 1, 2, 3, ... without gaps
    std::string_view name;
    std::string_view text;
    // What only one engine can say (its full-text index), behind the text; table names as they are there.
    std::string_view sqlite = {};
    std::string_view postgres = {};
};

// In order.
std::span<Migration const> migrations();

struct SchemaWords {
    std::string_view blob;
    std::string_view without_rowid;
};
// The statements of a migration for one engine. Refuses CASCADE (a deletion is written out), DEFERRABLE (a constraint
// must fail in its own savepoint, not at a commit that it shares), triggers and views. Error: bug "store.migration".
Result<std::vector<std::string>> statements_of(Migration const& migration, SchemaWords const& words);

class MigrationTarget {
  public:
    virtual ~MigrationTarget() = default;
    // The number of the last migration that was applied; 0 for an empty database.
    virtual Result<int> read_version() = 0;
    // Called once before the first step, with the version found. May read the version anew under a lock: gives it.
    virtual Result<int> prepare(int found) = 0;
    // Applies one migration and writes its number down, in one transaction.
    virtual Result<void> apply(Migration const& migration) = 0;
};

// Errors: invalid "store.newer_schema" when the data was written by a newer Lotse; what the target reports.
Result<void> migrate(MigrationTarget& target, std::span<Migration const> list);

}  // namespace lotse::store
