// SPDX-License-Identifier: Apache-2.0
// A bare SQLite connection with the settings of the house, before any wall stands. Used by one thread at a time.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/db.h"

namespace lotse::store::sqlite {

struct CloseStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;

// What SQLite's result code means to a caller (see db.h). `db` may be null.
Error error_of(sqlite3* db, int code);

enum class Access { read, write, create };

class Connection {
  public:
    // Writers: WAL, synchronous=FULL (no acknowledged row is lost at power failure), 64 MiB cache. secure_delete=ON and
    // not FAST, because an erased text must not stay in free pages of the file. No mmap: with it an I/O error is
    // a signal and not a result.
    static Result<Connection> open(std::string const& path, Access access);

    // One or more statements without values.
    Result<void> execute(std::string const& sql) const;
    Result<Statement> prepare(std::string_view sql, unsigned flags = 0) const;
    // Runs one statement with values; rows go to `on_row`. Gives the number of rows returned or changed.
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) const;
    // The first column of the first row; 0 or "" if there is none.
    Result<std::int64_t> integer(std::string_view sql) const;
    Result<std::string> text(std::string_view sql) const;
    sqlite3* handle() const { return db_.get(); }

  private:
    struct Close {
        void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
    };
    explicit Connection(sqlite3* db) : db_(db) {}
    Result<void> settle(Access access) const;
    std::unique_ptr<sqlite3, Close> db_;
};

// Binds, steps to the end, resets; also when `on_row` throws.
Result<std::int64_t> step_all(sqlite3* db, sqlite3_stmt* statement, std::span<Value const> values, OnRow const& on_row);

}  // namespace lotse::store::sqlite
