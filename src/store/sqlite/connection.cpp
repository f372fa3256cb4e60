// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/connection.h"

#include "store/sqlite/row.h"
#include "store/sqlite/terms_tokenizer.h"

namespace lotse::store::sqlite {
namespace {

// Waiting for another process that writes (a command beside the server).
constexpr int kBusyMilliseconds = 5'000;

// "UNIQUE constraint failed: t_agent.tenant_id, t_agent.email" -> "/email"
std::string field_of(std::string_view message) {
    std::size_t const dot = message.rfind('.');
    return dot == std::string_view::npos ? std::string() : "/" + std::string(message.substr(dot + 1));
}

Error constraint_error(int extended, std::string const& message) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY: {
            Error error = conflict("store.duplicate", "There is already an entry with this value.");
            error.detail = message;
            error.field = field_of(message);
            return error;
        }
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return conflict("store.reference", "This refers to something that does not exist, or is still in use.");
        case SQLITE_CONSTRAINT_TRIGGER: return bug("store.wall", message);
        default: return bug("store.constraint", message);
    }
}

int bind(sqlite3_stmt* statement, int at, Value const& value) {
    struct Binder {
        sqlite3_stmt* statement;
        int at;
        int operator()(std::monostate) const { return sqlite3_bind_null(statement, at); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(statement, at, v); }
        int operator()(double v) const { return sqlite3_bind_double(statement, at, v); }
        // The values outlive the steps, so SQLite need not copy them.
        int operator()(std::string const& v) const {
            return sqlite3_bind_text64(statement, at, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(Bytes const& v) const {
            return sqlite3_bind_blob64(statement, at, v.value.data(), v.value.size(), SQLITE_STATIC);
        }
    };
    return std::visit(Binder{statement, at}, value.storage());
}

// Leaves the statement ready for its next use and holding none of this call's values.
struct Reset {
    sqlite3_stmt* statement;
    ~Reset() {
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    }
};

}  // namespace

Error error_of(sqlite3* db, int code) {
    std::string const message = db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    std::string const detail = message + " (" + std::to_string(code) + ")";
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT: return constraint_error(code, message);
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return unavailable("store.busy", "The desk is busy. Please try again.", detail);
        case SQLITE_FULL: return unavailable("store.no_space", "The disk of the desk is full.", detail);
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return {Kind::corrupt, "store.corrupt", "The database file is damaged.", detail, {}};
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PROTOCOL:
        case SQLITE_PERM:
        case SQLITE_NOMEM:
            return unavailable("store.io", "The database file cannot be read or written at the moment.", detail);
        case SQLITE_AUTH: return bug("store.wall", detail);
        default: return bug("store.statement", detail);
    }
}

Result<Connection> Connection::open(std::string const& path, Access access) {
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (access == Access::create) flags |= SQLITE_OPEN_CREATE;
    sqlite3* db = nullptr;
    int const code = sqlite3_open_v2(path.c_str(), &db, flags, nullptr);
    Connection connection(db);  // a handle that failed to open wants closing too
    if (code != SQLITE_OK) return error_of(db, code);
    CHECK_OK(connection.settle(access));
    return connection;
}

Result<void> Connection::settle(Access access) const {
    sqlite3* const db = db_.get();
    sqlite3_busy_timeout(db, kBusyMilliseconds);
    CHECK_OK(add_tokenizer(db));
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    // Reading maps the file: a page that lies cold on a desk of a million tickets then costs no system call and no copy.
    // The kernel shares the pages among all readers and takes them back when memory is short. SQLite caps the size at
    // what it was built for; what lies beyond is read as before.
    if (access == Access::read)
        return execute("PRAGMA mmap_size=8589934592; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;");
    CHECK_OK(execute("PRAGMA mmap_size=0;"));
    // Writing keeps the journal of its savepoints in a file once it is larger than 64 KiB. In memory SQLite 3.40 walks that
    // journal from its start at the end of every statement, so a batch would cost the square of the pages it touches.
    CHECK_OK(execute("PRAGMA temp_store=FILE;"));
    CHECK_OK(execute("PRAGMA page_size=4096;"));
    TRY(std::string const mode, text("PRAGMA journal_mode=WAL"));
    if (mode != "wal") return unavailable("store.io", "The data folder cannot hold a SQLite write-ahead log.", mode);
    return execute(
        "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA secure_delete=ON;"
        "PRAGMA journal_size_limit=67108864;");
}

Result<void> Connection::execute(std::string const& sql) const {
    int const code = sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(db_.get(), code);
    return {};
}

Result<Statement> Connection::prepare(std::string_view sql, unsigned flags) const {
    sqlite3_stmt* statement = nullptr;
    int const code =
        sqlite3_prepare_v3(db_.get(), sql.data(), static_cast<int>(sql.size()), flags, &statement, nullptr);
    if (code == SQLITE_OK) return Statement(statement);
    Error error = error_of(db_.get(), code);
    error.detail += ": " + std::string(sql);
    return error;
}

Result<std::int64_t> Connection::each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) const {
    TRY(Statement const statement, prepare(sql));
    return step_all(db_.get(), statement.get(), values, on_row);
}

Result<std::int64_t> Connection::integer(std::string_view sql) const {
    std::int64_t value = 0;
    CHECK_OK(each(sql, {}, [&](Row const& row) { value = row.integer(0); }));
    return value;
}

Result<std::string> Connection::text(std::string_view sql) const {
    std::string value;
    CHECK_OK(each(sql, {}, [&](Row const& row) { value = row.text(0); }));
    return value;
}

Result<std::int64_t> step_all(sqlite3* db, sqlite3_stmt* statement, std::span<Value const> values,
                              OnRow const& on_row) {
    Reset const reset{statement};
    for (std::size_t i = 0; i < values.size(); ++i) {
        int const code = bind(statement, static_cast<int>(i) + 1, values[i]);
        if (code != SQLITE_OK) return error_of(db, code);
    }
    SqliteRow const row(statement);
    std::int64_t rows = 0;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        ++rows;
        on_row(row);
    }
    if (code != SQLITE_DONE) return error_of(db, code);
    return sqlite3_column_count(statement) > 0 ? rows : sqlite3_changes64(db);
}

}  // namespace lotse::store::sqlite
