// SPDX-License-Identifier: Apache-2.0
// Migrates a PostgreSQL schema and raises the tenant's wall on every table: row-level security, enabled and
// forced, by the setting app.tenant. One process migrates at a time, under an advisory lock.
#pragma once

#include <map>
#include <string>

#include "store/migrate.h"
#include "store/postgres/connection.h"
#include "store/sql_shape.h"

namespace lotse::store::postgres {

class Schema final : public MigrationTarget {
  public:
    explicit Schema(Connection const& connection) : connection_(connection) {}
    Result<int> read_version() override;
    Result<int> prepare(int found) override;
    Result<void> apply(Migration const& migration) override;

  private:
    Result<void> apply_all(Migration const& migration);
    Connection const& connection_;
};

// Waits until no other process migrates this schema or sets its rights; held until the connection closes.
Result<void> lock_schema(Connection const& connection);
// What sessions know of a schema.
struct Catalog {
    TableNames tables;                              // all but schema_version and the full-text index
    std::map<std::string, std::string> unique_keys;  // name -> last column
};
Result<Catalog> read_catalog(Connection const& connection);

}  // namespace lotse::store::postgres
