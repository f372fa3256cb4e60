// SPDX-License-Identifier: Apache-2.0
// Every step of the schema is tried on a filled copy of the one before, on both engines.
#include <array>
#include <vector>

#include "store/pool.h"
#include "store/tickets.h"

#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::Migration;
using store::WriteTxn;

// Steps that stand for later ones: a column with a value for every row, a table that gives way to another, a fault.
constexpr std::string_view kAddColumn = R"(
ALTER TABLE note ADD COLUMN stars BIGINT NOT NULL DEFAULT 0;
UPDATE note SET stars = length(value) WHERE note.value <> '';  -- of all tenants
CREATE INDEX note_by_stars ON note (tenant_id, stars);
)";
constexpr std::string_view kReplaceTable = R"(
CREATE TABLE memo (tenant_id BIGINT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (tenant_id, key)) {without_rowid};
INSERT INTO memo (tenant_id, key, value) SELECT tenant_id, key, value || '; moved' FROM note;
DROP TABLE note;
)";
constexpr std::string_view kFaulty = R"(
CREATE TABLE half (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, PRIMARY KEY (tenant_id, id));
UPDATE nothing_like_it SET a = 1;
)";

std::vector<Migration> ground_and(std::vector<std::string_view> const& texts) {
    std::vector<Migration> list(store::migrations().begin(), store::migrations().end());
    for (std::string_view const text : texts) list.push_back({list.back().number + 1, "step", text});
    return list;
}

class Migrations : public OnEachStore {
  protected:
    Freshness freshness() const override { return Freshness::fresh; }
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        fill(scope(), "a");
        fill(other_scope(), "bb");
    }
    void fill(domain::TenantScope const& scope, std::string const& value) {
        must_have(store().write(scope, [&](WriteTxn& txn) {
            return txn.run("INSERT INTO note (tenant_id, key, value) VALUES (:tenant, 'k', ?1), (:tenant, 'l', '')",
                           {value});
        }));
    }
    std::string of_other(std::string_view sql) {
        std::string found;
        auto const done = store().read(other_scope(), [&](store::ReadTxn& txn) {
            return txn.each(sql, {}, [&](store::Row const& row) { found += std::string(row.text(0)) + ","; });
        });
        return done ? found : done.error().code;
    }
};
LOTSE_ON_EACH_STORE(Migrations);

TEST_P(Migrations, StartFromNothing) {
    EXPECT_EQ(store::schema_version(), static_cast<int>(store::migrations().size()));
}

TEST_P(Migrations, ChangeTheRowsOfAllTenantsAndRaiseTheWallAgain) {
    must_have(try_reopen(ground_and({kAddColumn})));
    EXPECT_EQ(ask("SELECT stars FROM note ORDER BY key"), "1,0");
    EXPECT_EQ(of_other("SELECT stars FROM note ORDER BY key"), "2,0,");
}

TEST_P(Migrations, PutNewTablesBehindTheWall) {
    must_have(try_reopen(ground_and({kAddColumn, kReplaceTable})));
    EXPECT_EQ(ask("SELECT value FROM memo ORDER BY key"), "a; moved,; moved");
    EXPECT_EQ(of_other("SELECT value FROM memo ORDER BY key"), "bb; moved,; moved,");
    EXPECT_EQ(ask("SELECT value FROM note"), "store.statement");
    EXPECT_EQ(must_have(run("UPDATE memo SET value = 'mine'")), 2);
    EXPECT_EQ(of_other("SELECT value FROM memo ORDER BY key"), "bb; moved,; moved,");
    EXPECT_EQ(run("INSERT INTO memo (tenant_id, key, value) VALUES (?1, 'x', 'x')", {other_tenant()}).error().code,
              "store.wall");
}

// What was counted by owner is counted by owner and channel, what waits knows how it came, and of each desk only its own.
TEST_P(Migrations, CountOpenTicketsByChannelFromWhatIsThere) {
    auto const units = store::migrations()[34];
    ASSERT_EQ(units.name, "units");
    must_have(write([](WriteTxn& txn) -> Result<void> {
        for (auto const channel : {domain::Channel::phone, domain::Channel::phone, domain::Channel::email}) {
            domain::Ticket ticket;
            ticket.agent = domain::AgentId{1};
            ticket.channel = channel;
            TRY([[maybe_unused]] auto const made, store::add_ticket(txn, ticket));
        }
        domain::Ticket waiting;
        waiting.channel = domain::Channel::chat;
        TRY(waiting, store::add_ticket(txn, waiting));
        return store::put_in_pool(txn, store::pooled(waiting, {}));
    }));
    // Back to the shape before, then the step again.
    static constexpr std::string_view kBack = R"(
ALTER TABLE agent DROP COLUMN limits;
ALTER TABLE pool_ticket DROP COLUMN channel;
DROP TABLE open_count;
CREATE TABLE agent_count (tenant_id BIGINT NOT NULL, agent_id BIGINT NOT NULL, n BIGINT NOT NULL, PRIMARY KEY (tenant_id, agent_id)) {without_rowid};
)";
    must_have(try_reopen(ground_and({kBack, units.text})));
    auto const counts = must_have(read([](store::ReadTxn& txn) { return store::count_open_by_agent(txn); }));
    ASSERT_EQ(counts.size(), 1u);
    EXPECT_EQ(counts[0].agent, domain::AgentId{1});
    EXPECT_EQ(counts[0].by_channel, (std::array<int, domain::kChannels>{1, 2, 0, 0, 0, 0}));
    EXPECT_EQ(ask("SELECT channel FROM pool_ticket"), "4");
    EXPECT_EQ(of_other("SELECT agent_id FROM open_count"), "");
}

TEST_P(Migrations, ApplyEachStepOnce) {
    must_have(try_reopen(ground_and({kAddColumn})));
    must_have(try_reopen(ground_and({kAddColumn})));
    must_have(try_reopen(ground_and({kAddColumn, kReplaceTable})));
    EXPECT_EQ(ask("SELECT value FROM memo WHERE key = 'k'"), "a; moved");
}

TEST_P(Migrations, LeaveNothingBehindWhenAStepFails) {
    auto const failed = try_reopen(ground_and({kFaulty}));
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind, Kind::bug);
    must_have(try_reopen(schema()));
    EXPECT_EQ(ask("SELECT id FROM half"), "store.statement");
    EXPECT_EQ(ask("SELECT value FROM note WHERE key = 'k'"), "a");
    EXPECT_EQ(of_other("SELECT value FROM note WHERE key = 'k'"), "bb,");
}

TEST_P(Migrations, RefuseDataOfANewerLotse) {
    must_have(try_reopen(ground_and({kAddColumn, kReplaceTable})));
    int const known = store::schema_version();
    auto const refused = try_reopen(schema());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "store.newer_schema");
    EXPECT_EQ(refused.error().message, "This data was written by Lotse schema " + std::to_string(known + 2) +
                                           "; this program knows " + std::to_string(known) +
                                           ". Start the newer Lotse or restore the backup from before the upgrade.");
}

TEST_P(Migrations, RefuseWhatWouldLeakIntoANeighboursCommit) {
    for (std::string_view const text :
         {"CREATE TABLE x (tenant_id BIGINT NOT NULL REFERENCES tenant (id) DEFERRABLE INITIALLY DEFERRED);",
          "CREATE TABLE x (tenant_id BIGINT NOT NULL REFERENCES tenant (id) ON DELETE CASCADE);",
          "CREATE TABLE x (tenant_id BIGINT NOT NULL)"}) {
        EXPECT_EQ(try_reopen(ground_and({text})).error().code, "store.migration") << text;
    }
}

TEST_P(Migrations, MakeADeskOnlyWhereThatIsWanted) {
    if (GetParam() == Engine::sqlite) {
        store::sqlite::SqliteStore::Options options;
        options.folder = folder_ / "elsewhere";
        options.create = false;
        EXPECT_EQ(store::sqlite::SqliteStore::open(options, schema()).error().code, "store.missing");
        EXPECT_FALSE(std::filesystem::exists(options.folder));
    } else {
        PostgresSchema const empty;
        EXPECT_EQ(store::postgres::PostgresStore::open({.url = empty.url(), .create = false}, schema()).error().code,
                  "store.missing");
    }
}

// The copy that undoes an upgrade is a matter of files.
TEST(SqliteMigrations, KeepACopyFromBeforeTheUpgrade) {
    TemporaryFolder const folder;
    store::sqlite::SqliteStore::Options options;
    options.folder = folder.path();
    domain::TenantId tenant;
    {
        auto const store = must_have(store::sqlite::SqliteStore::open(options, store::migrations()));
        tenant = must_have(store->add_tenant("{}", "first"));
        must_have(store->write(domain::ScopeMint::for_tenant(tenant), [](WriteTxn& txn) {
            return txn.run("INSERT INTO note (tenant_id, key, value) VALUES (:tenant, 'k', 'kept')", {});
        }));
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "lotse.db.before-0001"));
    auto const number = "0000" + std::to_string(store::schema_version() + 1);
    auto const copy = folder / ("lotse.db.before-" + number.substr(number.size() - 4));
    must_have(store::sqlite::SqliteStore::open(options, ground_and({kAddColumn, kReplaceTable})));
    std::filesystem::create_directory(folder / "back");
    ASSERT_TRUE(std::filesystem::exists(copy));
    std::filesystem::copy(copy, folder / "back/lotse.db");
    options.folder = folder / "back";
    auto const restored = must_have(store::sqlite::SqliteStore::open(options, store::migrations()));
    std::string value;
    must_have(restored->read(domain::ScopeMint::for_tenant(tenant), [&](store::ReadTxn& txn) {
        return txn.each("SELECT value FROM note", {}, [&](store::Row const& row) { value = row.text(0); });
    }));
    EXPECT_EQ(value, "kept");
}

TEST(SqliteMigrations, WaitForNoServerThatIsStillRunning) {
    TemporaryFolder const folder;
    store::sqlite::SqliteStore::Options options;
    options.folder = folder.path();
    options.serve = true;
    auto const server = must_have(store::sqlite::SqliteStore::open(options, store::migrations()));
    options.serve = false;
    EXPECT_EQ(store::sqlite::SqliteStore::open(options, ground_and({kAddColumn})).error().code, "store.locked");
    EXPECT_TRUE(store::sqlite::SqliteStore::open(options, store::migrations()).has_value())
        << "no step to take, no lock";
}

}  // namespace
}  // namespace lotse::testing
