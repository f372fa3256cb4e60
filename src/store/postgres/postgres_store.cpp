// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/postgres_store.h"

#include <chrono>
#include <exception>
#include <thread>

#include "base/log.h"
#include "store/postgres/role.h"
#include "store/postgres/schema.h"
#include "store/postgres/transaction.h"

namespace lotse::store::postgres {
namespace {

constexpr int kTries = 5;

// Rolls back unless told that the transaction has ended; also when a caller's function throws.
class Ending {
  public:
    explicit Ending(Session& session) : session_(session) {}
    ~Ending() {
        if (!has_ended_) session_.roll_back();
    }
    Ending(Ending const&) = delete;
    Ending& operator=(Ending const&) = delete;
    Result<void> commit() {
        has_ended_ = true;
        return session_.commit();
    }

  private:
    Session& session_;
    bool has_ended_ = false;
};

// A write is one of the doors where exceptions end, as it is on SQLite.
Result<void> run(Transaction& txn, std::function<Result<void>(WriteTxn&)> const& fn) {
    try {
        Result<void> result = fn(txn);
        if (txn.failure() && (result || txn.failure()->code == kTryAgain)) return *txn.failure();
        return result;
    } catch (std::exception const& e) {
        return bug("store.write_job", e.what());
    }
}

void run_acts(Transaction const& txn) {
    for (auto const& act : txn.acts()) {
        try {
            act();
        } catch (std::exception const& e) {
            log_error("after commit", bug("store.after_commit", e.what()));
        }
    }
}

}  // namespace

Result<std::unique_ptr<PostgresStore>> PostgresStore::open(Options const& options, std::span<Migration const> list) {
    TRY(Connection const connection, Connection::open(options.url));
    TRY(ServerSettings const settings, read_settings(connection));
    CHECK_OK(check_server(settings));
    Schema schema(connection);
    TRY(int const version, schema.read_version());
    if (version == 0 && !options.create) return invalid("store.missing", "There is no desk in this database yet.");
    CHECK_OK(migrate(schema, list));
    Access access;
    access.url = options.url;
    TRY(access.as_app_role, choose_role(connection));
    TRY(access.catalog, read_catalog(connection));
    return std::unique_ptr<PostgresStore>(new PostgresStore(std::move(access), options.connections));
}

PostgresStore::PostgresStore(Access access, int connections)
    : access_(std::move(access)), pool_(access_, connections), ids_(access_) {}

std::string PostgresStore::durability() const {
    return "PostgreSQL, synchronous_commit=on: answered means on disk there";
}

Result<void> PostgresStore::copy_to(std::string const&) {
    return invalid("store.use_pg_dump", "This desk is in PostgreSQL. Please copy it with pg_dump.");
}

// PostgreSQL watches its own pages. What we add is that no index is broken and that the wall stands.
Result<void> PostgresStore::verify() {
    TRY(Connection const connection, Connection::open(access_.url));
    TRY(std::string const found,
        connection.text(
            "SELECT string_agg(what, '; ') FROM ("
            "SELECT 'invalid index ' || c.relname AS what FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid "
            "WHERE NOT i.indisvalid AND c.relnamespace = current_schema()::regnamespace "
            "UNION ALL SELECT 'no tenant wall on ' || c.relname FROM pg_class c WHERE c.relkind = 'r' AND "
            "c.relnamespace = current_schema()::regnamespace AND c.relname <> 'schema_version' AND NOT "
            "(c.relrowsecurity AND (c.relforcerowsecurity OR c.relname = 'ticket_words') AND EXISTS (SELECT FROM "
            "pg_policy p WHERE p.polrelid = "
            "c.oid)) "
            "UNION ALL SELECT 'damaged pages' FROM pg_stat_database WHERE datname = current_database() AND "
            "checksum_failures > 0) AS problems"));
    if (found.empty()) return {};
    return Error{Kind::corrupt, "store.corrupt", "The database is damaged: " + found, {}, {}};
}

Result<void> PostgresStore::do_read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn) {
    TRY(Pool::Lease const lease, pool_.begin(tenant, Mode::read));
    Ending ending(*lease);
    Transaction txn(*lease, ids_, tenant);
    fn(txn);
    return {};
}

Result<void> PostgresStore::do_write(domain::TenantId tenant, Work const& fn) {
    for (int tried = 1;; ++tried) {
        Result<void> done = try_write(tenant, fn);
        if (done || done.error().code != kTryAgain) return done;
        if (tried == kTries) {
            return unavailable("store.busy", "The desk is busy. Please try again.", done.error().detail);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5 * tried));
    }
}

Result<void> PostgresStore::try_write(domain::TenantId tenant, Work const& fn) {
    TRY(Pool::Lease lease, pool_.begin(tenant, Mode::write));
    Transaction txn(*lease, ids_, tenant);
    {
        Ending ending(*lease);
        CHECK_OK(run(txn, fn));
        CHECK_OK(ending.commit());
    }
    {
        // Given back first: what runs after the commit may use the store.
        [[maybe_unused]] Pool::Lease const returned = std::move(lease);
    }
    run_acts(txn);
    return {};
}

// The tenants' own table shows itself whole to this setting only, which no statement of a repository can make.
Result<void> PostgresStore::as_operator(Work const& fn) {
    TRY(Pool::Lease const lease, pool_.begin(domain::TenantId{}, Mode::write));
    Ending ending(*lease);
    CHECK_OK(lease->connection().execute("SET LOCAL app.operator = 'on'"));
    Transaction txn(*lease, ids_, domain::TenantId{});
    CHECK_OK(run(txn, fn));
    return ending.commit();
}

Result<void> PostgresStore::read_tenants(OnRow const& on_row) {
    return as_operator([&](WriteTxn& txn) -> Result<void> {
        CHECK_OK(txn.each("SELECT id, slug, document FROM tenant ORDER BY id", {}, on_row));
        return {};
    });
}

// From the row of the counter that belongs to no tenant: ids are never used again, so a new tenant cannot come upon
// files or tokens of one that was removed.
Result<domain::TenantId> PostgresStore::add_tenant(std::string_view document, std::string_view slug) {
    std::int64_t id = 0;
    CHECK_OK(as_operator([&](WriteTxn& txn) -> Result<void> {
        CHECK_OK(
            txn.each("INSERT INTO counter (tenant_id, noun, next) VALUES (:tenant, 'tenant', 2) ON CONFLICT "
                     "(tenant_id, noun) DO UPDATE SET next = counter.next + 1 RETURNING next - 1",
                     {}, [&](Row const& row) { id = row.integer(0); }));
        CHECK_OK(txn.run("INSERT INTO tenant (id, slug, document) VALUES (?1, ?2, ?3)", {id, slug, document}));
        return {};
    }));
    return domain::TenantId(id);
}

}  // namespace lotse::store::postgres
