// SPDX-License-Identifier: Apache-2.0
// The tenant's wall (A-07, A-08): statements that forget the tenant, or try to get round it, run in one tenant's
// transaction while another tenant's canaries lie in the same tables. None may be seen, none of the rows may change.
#include <iostream>

#include "base/text.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::ReadTxn;
using store::Row;
using store::WriteTxn;

constexpr std::string_view kCanary = "CNRY-b91e";

constexpr store::Migration kSchema[] = {{1, "wall", R"(
CREATE TABLE tenant (id BIGINT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE, document TEXT NOT NULL);
CREATE TABLE counter (tenant_id BIGINT NOT NULL, noun TEXT NOT NULL, next BIGINT NOT NULL, PRIMARY KEY (tenant_id, noun));
CREATE TABLE queue (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE ticket (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, queue_id BIGINT NOT NULL, subject TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id, queue_id) REFERENCES queue (tenant_id, id)) {without_rowid};
CREATE UNIQUE INDEX ticket_by_subject ON ticket (subject);
)"}};

// Tenant 1 asks; tenant 2 owns ticket 7 (as does tenant 1), ticket 8 and queue 3. ticket_by_subject is the mistake of
// a unique key without tenant, so that an upsert can hit a foreign row.
constexpr std::string_view kForgetful[] = {
    // Reads without a filter.
    "SELECT subject FROM ticket",
    "SELECT subject FROM ticket WHERE id = 8",
    "SELECT subject FROM ticket WHERE tenant_id = 2",
    "SELECT subject FROM ticket WHERE tenant_id <> :tenant",
    "SELECT max(subject) FROM ticket",
    "SELECT min(subject), count(*) FROM ticket GROUP BY tenant_id",
    "SELECT queue.name FROM ticket JOIN queue ON queue.id = ticket.queue_id",
    "SELECT t.subject, q.name FROM ticket AS t, queue q",
    "SELECT ticket.subject FROM queue LEFT JOIN ticket ON ticket.tenant_id = 2",
    "SELECT name FROM queue WHERE id IN (SELECT queue_id FROM ticket WHERE tenant_id = 2)",
    "SELECT (SELECT subject FROM ticket WHERE id = 8)",
    "SELECT name FROM queue WHERE EXISTS (SELECT 1 FROM ticket WHERE ticket.id = 8)",
    "SELECT name FROM queue UNION SELECT subject FROM ticket",
    "SELECT subject FROM ticket EXCEPT SELECT name FROM queue",
    "SELECT subject FROM (SELECT * FROM ticket) AS inner_ticket",
    "WITH old AS (SELECT * FROM ticket) SELECT subject FROM old",
    "SELECT document, slug FROM tenant",
    "SELECT noun, next FROM counter",
    // A WITH that takes a table's place.
    "WITH ticket AS (SELECT * FROM t_ticket) SELECT subject FROM ticket",
    "WITH ticket AS (SELECT * FROM ticket) SELECT subject FROM ticket",
    "WITH RECURSIVE queue AS (SELECT 1 AS id) SELECT subject FROM ticket",
    // Changes without a filter.
    "UPDATE ticket SET subject = subject || '-touched'",
    "UPDATE ticket SET subject = 'x' WHERE id = 8",
    "UPDATE ticket SET subject = 'taken' WHERE tenant_id = 2",
    "UPDATE ticket SET subject = 'either' WHERE id = 8 OR tenant_id = 2",
    "UPDATE ticket SET tenant_id = 2 WHERE id = 6",
    "UPDATE ticket SET tenant_id = :tenant WHERE tenant_id = 2",
    "UPDATE ticket SET subject = (SELECT max(subject) FROM ticket WHERE tenant_id = 2)  || 'x' WHERE id = 6 RETURNING "
    "subject",
    "UPDATE ticket SET subject = queue.name FROM queue WHERE queue.tenant_id = 2 RETURNING ticket.subject",
    "UPDATE tenant SET document = 'mine'",
    "DELETE FROM ticket",
    "DELETE FROM ticket WHERE id = 8 RETURNING subject",
    "DELETE FROM ticket WHERE tenant_id = 2",
    "DELETE FROM tenant WHERE id = 2",
    "DELETE FROM queue WHERE id = 3",
    "INSERT INTO ticket (tenant_id, id, queue_id, subject) VALUES (2, 99, 3, 'planted')",
    "INSERT INTO ticket (tenant_id, id, queue_id, subject) VALUES (:tenant, 99, 3, 'joined to a foreign queue')",
    "INSERT INTO ticket (tenant_id, id, queue_id, subject) SELECT 2, 98, 3, 'planted'",
    "INSERT INTO ticket (tenant_id, id, queue_id, subject) SELECT :tenant, id + 50, 1, subject || '!' FROM ticket "
    "WHERE tenant_id = 2",
    "INSERT INTO queue (tenant_id, id, name) SELECT tenant_id, id + 50, name FROM queue RETURNING name",
    "INSERT INTO ticket (tenant_id, id, queue_id, subject) VALUES (2, 8, 3, 'x') ON CONFLICT (tenant_id, id) DO UPDATE "
    "SET subject = 'x' RETURNING subject",
    "INSERT INTO ticket (tenant_id, id, queue_id, subject) VALUES (:tenant, 55, 1, 'CNRY-' || 'b91e eight') ON "
    "CONFLICT (subject) DO UPDATE SET subject = 'x' RETURNING ticket.id",
    "INSERT INTO tenant (id, slug, document) VALUES (2, 'second', 'x') ON CONFLICT (id) DO UPDATE SET document = 'x'",
};

// Statements that know of a wall and want to get round it.
constexpr std::string_view kRound[] = {
    "SELECT subject FROM t_ticket",
    "SELECT subject FROM main.t_ticket",
    "SELECT subject FROM \"t_ticket\"",
    "SELECT subject FROM [t_ticket]",
    "SELECT name FROM queue WHERE name IN t_ticket",
    "DELETE FROM t_ticket",
    "SELECT name, sql FROM sqlite_master",
    "SELECT name, sql FROM sqlite_temp_master",
    "SELECT name FROM pragma_table_list",
    "SELECT relname FROM pg_class",
    "SELECT subject FROM public.ticket",
    "SELECT table_name FROM information_schema.tables",
    "PRAGMA table_list",
    "ATTACH DATABASE '/tmp/other.db' AS other",
    "CREATE TABLE copy AS SELECT * FROM t_ticket",
    "CREATE TEMP VIEW ticket AS SELECT * FROM t_ticket",
    "DROP VIEW ticket",
    "ALTER TABLE ticket DISABLE ROW LEVEL SECURITY",
    "SELECT set_config('app.tenant', '2', true)",
    "SET LOCAL app.tenant = '2'",
    "RESET ROLE",
    "SELECT 1; SELECT subject FROM ticket",
    "COMMIT",
    "COPY ticket TO STDOUT",
    "SELECT query_to_xml('SELECT * FROM ticket', true, true, '')",
    "EXPLAIN SELECT subject FROM ticket",
    "SELECT cur_tenant()",
    "SELECT load_extension('/tmp/x')",
};

class TenantWall : public OnEachStore {
  protected:
    std::span<store::Migration const> schema() const override { return kSchema; }
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        seed_own();
        must_have(store().write(other_scope(), [](WriteTxn& txn) -> Result<void> {
            CHECK_OK(txn.next_id("CNRY-b91e counter"));
            CHECK_OK(txn.run("UPDATE tenant SET document = 'CNRY-b91e document', slug = 'CNRY-b91e slug'", {}));
            CHECK_OK(txn.run("INSERT INTO queue (tenant_id, id, name) VALUES (:tenant, 3, 'CNRY-b91e queue')", {}));
            CHECK_OK(
                txn.run("INSERT INTO ticket (tenant_id, id, queue_id, subject) VALUES "
                        "(:tenant, 7, 3, 'CNRY-b91e seven'), (:tenant, 8, 3, 'CNRY-b91e eight')",
                        {}));
            return {};
        }));
        before_ = foreign_rows();
    }
    // What tenant 1 has, put back to what it was.
    void seed_own() {
        must_have(write([](WriteTxn& txn) -> Result<void> {
            CHECK_OK(txn.run("DELETE FROM ticket", {}));
            CHECK_OK(txn.run("DELETE FROM queue", {}));
            CHECK_OK(txn.run("INSERT INTO queue (tenant_id, id, name) VALUES (:tenant, 1, 'own queue')", {}));
            CHECK_OK(
                txn.run("INSERT INTO ticket (tenant_id, id, queue_id, subject) VALUES "
                        "(:tenant, 6, 1, 'own six'), (:tenant, 7, 1, 'own seven')",
                        {}));
            return {};
        }));
    }
    std::string foreign_rows() {
        std::string rows;
        must_have(store().read(other_scope(), [&](ReadTxn& txn) -> Result<void> {
            for (std::string_view const sql :
                 {std::string_view("SELECT id, queue_id, subject FROM ticket ORDER BY id"),
                  std::string_view("SELECT id, 0, name FROM queue ORDER BY id"),
                  std::string_view("SELECT id, slug, document FROM tenant"),
                  std::string_view("SELECT tenant_id, next, noun FROM counter ORDER BY noun")}) {
                CHECK_OK(txn.each(sql, {}, [&](Row const& row) {
                    for (int i = 0; i < 3; ++i) rows += std::string(row.text(i)) + "|";
                }));
            }
            return {};
        }));
        return rows;
    }
    // What a statement shows: the first column of its rows, or what a refusal says and logs.
    std::string shown_by(std::string_view sql, bool& is_refused) {
        std::string shown;
        auto const done = write([&](WriteTxn& txn) {
            return txn.each(sql, {}, [&](Row const& row) { shown += std::string(row.text(0)) + "|"; });
        });
        is_refused = !done;
        if (!done) shown += done.error().message + done.error().detail + done.error().field;
        return shown;
    }
    std::string before_;
};
LOTSE_ON_EACH_STORE(TenantWall);

TEST_P(TenantWall, HidesAndKeepsTheRowsOfOthersFromEveryForgetfulStatement) {
    ASSERT_NE(before_.find(kCanary), std::string::npos);
    int refused = 0;
    int canaries = 0;
    std::vector<std::string_view> statements(std::begin(kForgetful), std::end(kForgetful));
    statements.insert(statements.end(), std::begin(kRound), std::end(kRound));
    for (std::string_view const sql : statements) {
        bool is_refused = false;
        std::string const shown = shown_by(sql, is_refused);
        refused += is_refused ? 1 : 0;
        if (shown.find(kCanary) != std::string::npos) ++canaries;
        EXPECT_EQ(shown.find(kCanary), std::string::npos) << sql << "\nshowed " << shown;
        EXPECT_EQ(foreign_rows(), before_) << sql;
        seed_own();
    }
    int const count = static_cast<int>(statements.size());
    std::cout << name_of(GetParam()) << ": " << count << " statements, " << refused << " refused, " << count - refused
              << " saw own rows only, " << canaries << " canaries seen\n";
    EXPECT_GT(refused, 25);
    EXPECT_GT(count - refused, 10) << "the wall should let forgetful reads find their own rows";
}

TEST_P(TenantWall, RefusesEveryWayRoundItOnBothEnginesAlike) {
    for (std::string_view const sql : kRound) {
        bool is_refused = false;
        shown_by(sql, is_refused);
        EXPECT_TRUE(is_refused) << sql;
    }
}

TEST_P(TenantWall, ShowsForgetfulReadsTheirOwnRows) {
    EXPECT_EQ(ask("SELECT subject FROM ticket ORDER BY id"), "own six,own seven");
    EXPECT_EQ(ask("SELECT count(*) FROM ticket"), "2");
    EXPECT_EQ(ask("SELECT slug FROM tenant"), "first");
    EXPECT_EQ(must_have(run("UPDATE ticket SET queue_id = 1")), 2);
    EXPECT_EQ(must_have(run("DELETE FROM ticket WHERE id = 7")), 1);
    EXPECT_EQ(foreign_rows(), before_);
}

TEST_P(TenantWall, SwitchesWithTheTransaction) {
    std::string_view const sql = "SELECT subject FROM ticket WHERE id = 7";
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(ask(sql), "own seven");
        must_have(store().read(other_scope(), [&](ReadTxn& txn) {
            return txn.each(sql, {}, [](Row const& row) { EXPECT_EQ(row.text(0), "CNRY-b91e seven"); });
        }));
    }
}

TEST_P(TenantWall, ShowsNothingToATenantThatIsNone) {
    auto const nobody = domain::ScopeMint::for_tenant(domain::TenantId{});
    int rows = 0;
    // SQLite refuses, PostgreSQL finds nothing; both are right.
    [[maybe_unused]] auto const done = store().read(
        nobody, [&](ReadTxn& txn) { return txn.each("SELECT subject FROM ticket", {}, [&](Row const&) { ++rows; }); });
    EXPECT_EQ(rows, 0);
}

// The schema that people run, not the small one above.
class WalledSchema : public OnEachStore {
  protected:
    Freshness freshness() const override { return Freshness::fresh; }
};
LOTSE_ON_EACH_STORE(WalledSchema);

TEST_P(WalledSchema, HasAWallAndATenantFirstKeyOnEveryTable) {
    if (GetParam() == Engine::postgres) {
        EXPECT_GT(*to_int(postgres_->ask("SELECT count(*) FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE "
                                         "c.relnamespace = current_schema()::regnamespace")),
                  10);
        std::string const tables =
            "FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace "
            "AND c.relname <> 'schema_version'";
        EXPECT_EQ(postgres_->ask("SELECT string_agg(c.relname, ' ') " + tables +
                                 " AND NOT (c.relrowsecurity AND "
                                 "(c.relforcerowsecurity OR c.relname = 'ticket_words') AND EXISTS (SELECT FROM "
                                 "pg_policy p WHERE p.polrelid = c.oid))"),
                  "");
        EXPECT_EQ(
            postgres_->ask("SELECT string_agg(c.relname, ' ') " + tables +
                           " AND c.relname <> 'tenant' AND NOT EXISTS "
                           "(SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = 1 "
                           "WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'tenant_id')"),
            "");
        // Unique keys and indexes too: a key without the tenant tells one tenant what another has. The index of words is
        // reached through find_words alone (words_test.cpp).
        EXPECT_EQ(postgres_->ask(
                      "SELECT string_agg(x.relname, ' ') FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN "
                      "pg_attribute a ON a.attrelid = x.oid AND a.attnum = 1 JOIN pg_class c ON c.oid = i.indrelid "
                      "WHERE x.relnamespace = current_schema()::regnamespace AND a.attname <> 'tenant_id' AND "
                      "c.relname NOT IN ('tenant', 'schema_version') AND x.relname <> 'ticket_words_by_word'"),
                  "");
        return;
    }
    auto const file = must_have(store::sqlite::Connection::open(folder_ / "lotse.db", store::sqlite::Access::read));
    EXPECT_GT(must_have(file.integer(
                  "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name LIKE 't!_%' ESCAPE '!'")),
              10);
    EXPECT_EQ(must_have(file.text("SELECT group_concat(name, ' ') FROM sqlite_master WHERE type = 'table' AND "
                                  "name NOT LIKE 't!_%' ESCAPE '!' AND name NOT LIKE 'ticket!_fts%' ESCAPE '!'")),
              "schema_version");
    EXPECT_EQ(must_have(file.text(
                  "SELECT group_concat(m.name, ' ') FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT IN "
                  "('t_tenant', 'schema_version') AND m.name NOT LIKE 'ticket!_fts%' ESCAPE '!' AND NOT EXISTS (SELECT "
                  "1 FROM pragma_table_info(m.name) c "
                  "WHERE c.pk = 1 AND c.name = 'tenant_id')")),
              "");
    EXPECT_EQ(must_have(file.text(
                  "SELECT group_concat(i.name, ' ') FROM sqlite_master i JOIN pragma_index_info(i.name) c WHERE "
                  "i.type = 'index' AND c.seqno = 0 AND c.name <> 'tenant_id' AND i.tbl_name NOT IN ('t_tenant', "
                  "'schema_version') AND i.tbl_name NOT LIKE 'ticket!_fts%' ESCAPE '!'")),
              "");
}

}  // namespace
}  // namespace lotse::testing
