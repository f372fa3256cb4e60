// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/schema.h"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "store/durable_file.h"
#include "store/sqlite/rewrite.h"

namespace lotse::store::sqlite {
namespace {

constexpr SchemaWords kWords{"BLOB", "WITHOUT ROWID"};

std::string copy_name(std::string const& folder, int step) {
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "%04d", step);
    return folder + "/lotse.db.before-" + number.data();
}

}  // namespace

Result<int> Schema::read_version() {
    TRY(std::int64_t const tables,
        connection_.integer("SELECT count(*) FROM sqlite_master WHERE name = 'schema_version'"));
    if (tables == 0) return 0;
    TRY(std::int64_t const version, connection_.integer("SELECT max(number) FROM schema_version"));
    return static_cast<int>(version);
}

Result<int> Schema::prepare(int) {
    if (!lock_.is_held()) {
        TRY(own_lock_, lock_folder(folder_));
    }
    CHECK_OK(connection_.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)"));
    TRY(int const version, read_version());
    if (version == 0) return version;
    std::string const copy = copy_name(folder_, version + 1);
    ::unlink(copy.c_str());  // left by an upgrade that failed; VACUUM INTO refuses a file that exists
    Value const values[] = {Value(copy)};
    CHECK_OK(connection_.each("VACUUM INTO ?1", values, [](Row const&) {}));
    CHECK_OK(sync_file(copy));
    CHECK_OK(sync_folder(folder_));
    return version;
}

Result<void> Schema::apply(Migration const& migration) {
    CHECK_OK(connection_.execute("BEGIN IMMEDIATE"));
    Result<void> done = apply_all(migration);
    if (done) done = connection_.execute("COMMIT");
    if (!done && sqlite3_get_autocommit(connection_.handle()) == 0) CHECK_OK(connection_.execute("ROLLBACK"));
    return done;
}

Result<void> Schema::apply_all(Migration const& migration) {
    TRY(auto const statements, statements_of(migration, kWords));
    for (auto const& statement : statements) {
        TRY(std::string const sql, to_base_tables(statement));
        CHECK_OK(connection_.each(sql, {}, [](Row const&) {}));
    }
    if (!migration.sqlite.empty()) CHECK_OK(connection_.execute(std::string(migration.sqlite)));
    Value const values[] = {Value(migration.number), Value(migration.name)};
    CHECK_OK(connection_.each("INSERT INTO schema_version (number, name) VALUES (?1, ?2)", values, [](Row const&) {}));
    return {};
}

}  // namespace lotse::store::sqlite
