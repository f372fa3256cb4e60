// SPDX-License-Identifier: Apache-2.0
// The tenant's wall inside a SQLite connection (A-08, docs/decisions/0002-tenant-wall.md). Three layers, each enough
// for a forgotten filter: reads are rewritten to TEMP views that show one tenant's rows; TEMP triggers stop a change to
// another tenant's row; an authorizer denies every other way to a base table, and ATTACH, PRAGMA and DDL altogether.
// View and trigger names end in random digits, so no statement can be written that names or hides them.
// Belongs to one connection and its thread; must outlive its statements.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

#include "domain/ids.h"
#include "store/sql_shape.h"
#include "store/sqlite/connection.h"

namespace lotse::store::sqlite {

// A statement that has passed the wall.
struct WalledStatement {
    Statement statement;
    std::string target;  // base table that it changes; "" for a SELECT
    int parameters = 0;  // the tenant is bound behind them
};

class Wall {
  public:
    static Result<std::unique_ptr<Wall>> raise(Connection const& connection, Access access);
    ~Wall();
    Wall(Wall const&) = delete;
    Wall& operator=(Wall const&) = delete;

    // Whose rows are seen and may be changed; none (0) makes every statement fail.
    void set_tenant(domain::TenantId tenant) { tenant_ = tenant.value; }
    Result<WalledStatement> prepare(std::string_view sql);
    // SQLite may prepare a statement anew while it steps and then asks the authorizer again, so stepping needs the
    // same right to the target as preparing.
    Result<std::int64_t> each(WalledStatement const& statement, std::span<Value const> values, OnRow const& on_row);

  private:
    Wall(Connection const& connection, Access access);
    Result<void> read_schema();
    Result<void> build(std::string const& table);
    int judge(int action, char const* first, char const* second, char const* who) const;
    int judge_read(std::string_view table, std::string_view who) const;
    static int authorize(void* wall, int action, char const* first, char const* second, char const*, char const* who);
    static void answer_tenant(sqlite3_context* context, int, sqlite3_value**);

    Connection const& connection_;
    Access access_;
    std::string suffix_;
    TableNames tables_;  // plain names
    TableNames own_;  // our views and triggers
    std::map<std::string, TableNames, std::less<>> kin_;  // base table -> those that its foreign keys touch
    std::int64_t tenant_ = 0;
    std::string_view target_;  // of the statement at work
};

}  // namespace lotse::store::sqlite
