// SPDX-License-Identifier: Apache-2.0
#include "store/open.h"

#include "store/migrate.h"
#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"

namespace lotse::store {
namespace {

bool is_postgres(std::string_view url) { return url.starts_with("postgres://") || url.starts_with("postgresql://"); }

Result<std::unique_ptr<Store>> open_postgres(OpenOptions const& options) {
    postgres::PostgresStore::Options const postgres{
        .url = options.database_url, .connections = options.connections, .create = options.create};
    TRY(std::unique_ptr<Store> store, postgres::PostgresStore::open(postgres, migrations()));
    return store;
}

Result<std::unique_ptr<Store>> open_sqlite(OpenOptions const& options) {
    sqlite::SqliteStore::Options sqlite;
    sqlite.folder = options.data_folder;
    sqlite.readers = options.readers;
    sqlite.create = options.create;
    sqlite.serve = options.serve;
    sqlite.relaxed = options.relaxed;
    TRY(std::unique_ptr<Store> store, sqlite::SqliteStore::open(sqlite, migrations()));
    return store;
}

}  // namespace

Result<std::unique_ptr<Store>> open(OpenOptions const& options) {
    if (is_postgres(options.database_url)) return open_postgres(options);
    if (options.database_url.empty()) return open_sqlite(options);
    return invalid("store.url", "The database address must begin with postgres://, or be empty for a file.");
}

}  // namespace lotse::store
