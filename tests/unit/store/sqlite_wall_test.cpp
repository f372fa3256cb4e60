// SPDX-License-Identifier: Apache-2.0
// The wall from within: what the authorizer and the triggers stop by themselves, if a statement came past the rewriter.
#include "store/sqlite/wall.h"

#include <gtest/gtest.h>

#include "support/folder.h"

namespace lotse::store::sqlite {
namespace {

class SqliteWall : public ::testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(
            db_.execute("CREATE TABLE t_queue (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, "
                        "PRIMARY KEY (tenant_id, id));"
                        "CREATE TABLE t_ticket (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, subject TEXT NOT NULL, "
                        "queue_id BIGINT, PRIMARY KEY (tenant_id, id), FOREIGN KEY (tenant_id, queue_id) REFERENCES "
                        "t_queue (tenant_id, id)) WITHOUT ROWID;"
                        "CREATE INDEX by_subject ON t_ticket (tenant_id, subject);"
                        "INSERT INTO t_queue VALUES (1, 1, 'q'), (2, 1, 'CNRY');"
                        "INSERT INTO t_ticket VALUES (1, 1, 'own', 1), (2, 1, 'CNRY', 1)"));
        wall_ = *Wall::raise(db_, Access::write);
        wall_->set_tenant(domain::TenantId(1));
    }
    // Prepared by SQLite as it stands, without the rewriter.
    std::string raw(std::string_view sql) {
        std::string shown;
        auto const done = db_.each(sql, {}, [&](Row const& row) { shown += row.text(0); });
        return done ? shown : done.error().code;
    }
    std::string walled(std::string_view sql) {
        auto const statement = wall_->prepare(sql);
        if (!statement) return statement.error().code;
        std::string shown;
        auto const done = wall_->each(*statement, {}, [&](Row const& row) { shown += row.text(0); });
        return done ? shown : done.error().code;
    }
    std::string plan_of(std::string_view sql) {
        std::string const text = "EXPLAIN QUERY PLAN " + std::string(sqlite3_sql(wall_->prepare(sql)->statement.get()));
        sqlite3_set_authorizer(db_.handle(), nullptr, nullptr);
        std::string plan;
        EXPECT_TRUE(db_.each(text, {}, [&](Row const& row) { plan += std::string(row.text(3)) + "\n"; }));
        return plan;
    }
    testing::TemporaryFolder folder_;
    Connection db_ = *Connection::open(folder_ / "lotse.db", Access::create);
    std::unique_ptr<Wall> wall_;
};

TEST_F(SqliteWall, DeniesBaseTablesToStatementsThatCamePastTheRewriter) {
    for (std::string_view const sql : {"SELECT subject FROM t_ticket",
                                       "SELECT count(*) FROM t_ticket",
                                       "SELECT subject FROM main.t_ticket",
                                       "WITH a AS (SELECT subject FROM t_ticket) SELECT * FROM a",
                                       "SELECT 1 WHERE 1 IN t_ticket",
                                       "UPDATE t_ticket SET subject = 'x'",
                                       "DELETE FROM t_ticket",
                                       "INSERT INTO t_ticket VALUES (2, 9, 'x', 1)",
                                       "SELECT name FROM sqlite_master",
                                       "SELECT name FROM sqlite_temp_master",
                                       "PRAGMA table_info(t_ticket)",
                                       "SELECT name FROM pragma_table_info('t_ticket')",
                                       "ATTACH ':memory:' AS other",
                                       "CREATE TABLE x (a)",
                                       "CREATE TEMP VIEW x AS SELECT 1",
                                       "CREATE TEMP TRIGGER x BEFORE DELETE ON t_ticket BEGIN SELECT 1; END",
                                       "DROP TABLE t_ticket",
                                       "ALTER TABLE t_ticket ADD COLUMN x",
                                       "CREATE INDEX x ON t_ticket (id)",
                                       "ANALYZE",
                                       "REINDEX"}) {
        EXPECT_TRUE(raw(sql).starts_with("store.")) << sql;
    }
}

TEST_F(SqliteWall, StopsAChangeOfAForeignRowByTriggersAlone) {
    auto const statement = wall_->prepare("UPDATE ticket SET subject = 'x'");
    ASSERT_TRUE(statement);
    wall_.reset();  // no authorizer, no cur_tenant() of a wall: only what SQLite holds
    wall_ = *Wall::raise(db_, Access::write);
    wall_->set_tenant(domain::TenantId(1));
    sqlite3_set_authorizer(db_.handle(), nullptr, nullptr);
    EXPECT_EQ(raw("UPDATE t_ticket SET subject = 'x' WHERE tenant_id = 2"), "store.wall");
    EXPECT_EQ(raw("UPDATE t_ticket SET tenant_id = 2, id = 5 WHERE tenant_id = 1"), "store.wall");
    EXPECT_EQ(raw("DELETE FROM t_ticket"), "store.wall");
    EXPECT_EQ(raw("INSERT INTO t_ticket VALUES (2, 9, 'x', 1)"), "store.wall");
    EXPECT_EQ(raw("INSERT INTO t_ticket VALUES (1, 9, 'x', 1)"), "");
    EXPECT_EQ(raw("SELECT group_concat(subject) FROM t_ticket WHERE tenant_id = 2"), "CNRY");
}

TEST_F(SqliteWall, AnswersNothingWithoutATenant) {
    wall_->set_tenant(domain::TenantId{});
    EXPECT_EQ(walled("SELECT subject FROM ticket"), "store.statement");
    EXPECT_EQ(walled("DELETE FROM ticket"), "store.statement");
    wall_->set_tenant(domain::TenantId(2));
    EXPECT_EQ(walled("SELECT subject FROM ticket"), "CNRY");
}

TEST_F(SqliteWall, SeeksByIndexThroughItsViews) {
    std::string const by_key = plan_of("SELECT subject FROM ticket WHERE id = 1");
    EXPECT_NE(by_key.find("t_ticket USING PRIMARY KEY (tenant_id=? AND id=?)"), std::string::npos) << by_key;
}

TEST_F(SqliteWall, SeeksByIndexForOrderJoinAndChange) {
    std::string const ordered = plan_of("SELECT id FROM ticket WHERE subject > 'a' ORDER BY subject LIMIT 5");
    EXPECT_NE(ordered.find("t_ticket USING COVERING INDEX by_subject (tenant_id=? AND subject>?)"), std::string::npos)
        << ordered;
    EXPECT_EQ(ordered.find("TEMP B-TREE"), std::string::npos) << ordered;
    wall_ = *Wall::raise(db_, Access::write);
    wall_->set_tenant(domain::TenantId(1));
    std::string const joined =
        plan_of("SELECT name FROM ticket JOIN queue ON queue.id = ticket.queue_id WHERE ticket.id = 1");
    EXPECT_EQ(joined.find("SCAN"), std::string::npos) << joined;
    wall_ = *Wall::raise(db_, Access::write);
    wall_->set_tenant(domain::TenantId(1));
    std::string const changed = plan_of("UPDATE ticket SET subject = 'x' WHERE id = 1");
    EXPECT_NE(changed.find("USING PRIMARY KEY (tenant_id=? AND id=?)"), std::string::npos) << changed;
}

TEST_F(SqliteWall, LetsForeignKeysAndReturningLookWhereTheyMust) {
    EXPECT_EQ(
        walled("INSERT INTO ticket (tenant_id, id, subject, queue_id) VALUES (:tenant, 2, 'new', 1) RETURNING subject"),
        "new");
    EXPECT_EQ(walled("INSERT INTO ticket (tenant_id, id, subject, queue_id) VALUES (:tenant, 3, 'new', 7)"),
              "store.reference");
    EXPECT_EQ(walled("DELETE FROM queue WHERE id = 1"), "store.reference");
    EXPECT_EQ(walled("UPDATE ticket SET subject = subject || '!' WHERE id = 2 RETURNING subject"), "new!");
}

}  // namespace
}  // namespace lotse::store::sqlite
