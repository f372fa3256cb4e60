// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/sqlite_store.h"

#include <filesystem>
#include <mutex>
#include <utility>

#include "store/durable_file.h"
#include "store/sqlite/schema.h"

namespace lotse::store::sqlite {
namespace {

namespace fs = std::filesystem;

std::string file_in(std::string const& folder) { return folder + "/lotse.db"; }

Error no_desk(std::string const& folder) {
    Error error = invalid("store.missing", "There is no desk in this data folder yet.");
    error.detail = file_in(folder);
    return error;
}

// SQLite's temporary files hold rows, so they stay in the data folder; they have no name there and end with the process.
// The setting is one for the process, must not change while a connection is open, and may name a folder that is gone.
void keep_temporary_files_in(std::string const& folder) {
    static std::once_flag once;
    std::call_once(once, [&] { sqlite3_temp_directory = sqlite3_mprintf("%s", fs::absolute(folder).c_str()); });
}

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(Options const& options, std::span<Migration const> list) {
    std::string const path = file_in(options.folder);
    bool const is_new = !fs::exists(path);
    if (is_new && !options.create) return no_desk(options.folder);
    CHECK_OK(make_folder(options.folder));
    keep_temporary_files_in(options.folder);
    FileLock lock;
    if (options.serve) {
        TRY(lock, lock_folder(options.folder));
    }
    TRY(Connection connection, Connection::open(path, options.create ? Access::create : Access::write));
    if (is_new) CHECK_OK(sync_folder(options.folder));
    {
        Schema schema(connection, options.folder, lock);
        CHECK_OK(migrate(schema, list));
    }
    if (options.max_pages > 0) {
        CHECK_OK(connection.execute("PRAGMA max_page_count=" + std::to_string(options.max_pages)));
    }
    if (options.relaxed) CHECK_OK(connection.execute("PRAGMA synchronous=NORMAL"));
    TRY(auto writer, Session::over(std::move(connection), Access::write));
    return std::unique_ptr<SqliteStore>(new SqliteStore(path, std::move(lock), std::move(writer), options));
}

SqliteStore::SqliteStore(std::string path, FileLock lock, std::unique_ptr<Session> writer, Options const& options)
    : path_(std::move(path)),
      lock_(std::move(lock)),
      lane_(std::make_unique<WriteLane>(std::move(writer), options.lane)),
      readers_(path_, options.readers) {}

std::string SqliteStore::durability() const {
    return "SQLite write-ahead log, synchronous=FULL: answered means on disk";
}

Result<void> SqliteStore::copy_to(std::string const& path) {
    if (fs::exists(path)) return invalid("store.copy_exists", "There is a file at the place for the copy already.");
    TRY(Connection const connection, Connection::open(path_, Access::read));
    Value const values[] = {Value(path)};
    CHECK_OK(connection.each("VACUUM INTO ?1", values, [](Row const&) {}));
    CHECK_OK(sync_file(path));
    return sync_folder(fs::absolute(path).parent_path());
}

Result<void> SqliteStore::verify() {
    TRY(Connection const connection, Connection::open(path_, Access::read));
    std::string found;
    auto const note = [&](Row const& row) {
        if (row.text(0) != "ok") found += (found.empty() ? "" : "; ") + std::string(row.text(0));
    };
    CHECK_OK(connection.each("PRAGMA integrity_check(20)", {}, note));
    CHECK_OK(connection.each("SELECT 'foreign key of ' || \"table\" FROM pragma_foreign_key_check LIMIT 20", {}, note));
    if (found.empty()) return {};
    return Error{Kind::corrupt, "store.corrupt", "The database file is damaged: " + found, path_, {}};
}

// Asked for by every job at every round, and opening a file means reading its schema: the connection is kept.
Result<void> SqliteStore::read_tenants(OnRow const& on_row) {
    std::optional<Connection> connection = outside_.with([](auto& kept) { return std::exchange(kept, std::nullopt); });
    if (!connection) {
        TRY(connection, Connection::open(path_, Access::read));
    }
    CHECK_OK(connection->each("SELECT id, slug, document FROM t_tenant ORDER BY id", {}, on_row));
    outside_.with([&](auto& kept) { kept = std::move(connection); });
    return {};
}

// On a connection of its own and not on the lane, whose session sees one tenant only. Ids are never used again, so a
// new tenant cannot come upon files or tokens of one that was removed.
Result<domain::TenantId> SqliteStore::add_tenant(std::string_view document, std::string_view slug) {
    TRY(Connection const connection, Connection::open(path_, Access::write));
    std::int64_t id = 0;
    CHECK_OK(connection.execute("BEGIN IMMEDIATE"));
    CHECK_OK(
        connection.each("INSERT INTO t_counter AS counter (tenant_id, noun, next) VALUES (0, 'tenant', 2) "
                        "ON CONFLICT (tenant_id, noun) DO UPDATE SET next = counter.next + 1 RETURNING next - 1",
                        {}, [&](Row const& row) { id = row.integer(0); }));
    Value const values[] = {Value(id), Value(slug), Value(document)};
    CHECK_OK(
        connection.each("INSERT INTO t_tenant (id, slug, document) VALUES (?1, ?2, ?3)", values, [](Row const&) {}));
    CHECK_OK(connection.execute("COMMIT"));
    return domain::TenantId(id);
}

Result<void> SqliteStore::do_read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn) {
    return readers_.read(tenant, fn);
}

Result<void> SqliteStore::do_write(domain::TenantId tenant, std::function<Result<void>(WriteTxn&)> const& fn) {
    return lane_->submit(tenant, fn);
}

}  // namespace lotse::store::sqlite
