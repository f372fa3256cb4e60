// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/rewrite.h"

#include <gtest/gtest.h>

namespace lotse::store::sqlite {
namespace {

TableNames const kTables = {"ticket", "queue", "tenant"};

std::string walled(std::string_view sql) {
    auto const shape = shape_of(sql, kTables);
    return shape ? to_walled(*shape, "9f") : shape.error().detail;
}

TEST(SqliteRewrite, ReadsThroughViewsUnderTheirPlainNames) {
    EXPECT_EQ(walled("SELECT ticket.id FROM ticket JOIN queue q ON q.id = ?1"),
              "SELECT ticket.id FROM ticket_9f AS ticket JOIN queue_9f q ON q.id = ?1");
}

TEST(SqliteRewrite, PutsTheTenantBehindTheLastParameter) {
    EXPECT_EQ(walled("SELECT id FROM ticket WHERE tenant_id = :tenant AND id > ?2 AND id < ?1"),
              "SELECT id FROM ticket_9f AS ticket WHERE tenant_id = ?3 AND id > ?2 AND id < ?1");
}

TEST(SqliteRewrite, AddsTheTenantToTheConditionOfAChange) {
    EXPECT_EQ(
        walled("UPDATE ticket SET a = 1 WHERE b = 2 OR c = 3 RETURNING a"),
        "UPDATE t_ticket AS ticket SET a = 1 WHERE ticket.tenant_id = cur_tenant() AND ( b = 2 OR c = 3 ) RETURNING a");
    EXPECT_EQ(walled("DELETE FROM ticket t;"), "DELETE FROM t_ticket t WHERE t.tenant_id = cur_tenant() ;");
    EXPECT_EQ(walled("UPDATE tenant SET slug = 'a'"),
              "UPDATE t_tenant AS tenant SET slug = 'a' WHERE tenant.id = cur_tenant() ");
}

TEST(SqliteRewrite, InsertsIntoTheBaseTable) {
    EXPECT_EQ(walled("INSERT INTO ticket (a) SELECT a FROM queue ON CONFLICT (a) DO UPDATE SET a = ticket.a"),
              "INSERT INTO t_ticket AS ticket (a) SELECT a FROM queue_9f AS queue ON CONFLICT (a) DO UPDATE SET a = "
              "ticket.a");
}

TEST(SqliteRewrite, DropsRowLocks) {
    EXPECT_EQ(walled("SELECT id FROM ticket LIMIT 1 FOR UPDATE SKIP LOCKED"),
              "SELECT id FROM ticket_9f AS ticket LIMIT 1 ");
}

TEST(SqliteRewrite, NamesBaseTablesInMigrations) {
    auto const base = [](std::string_view sql) {
        auto const text = to_base_tables(sql);
        return text ? *text : text.error().code;
    };
    EXPECT_EQ(base("CREATE TABLE IF NOT EXISTS a (id BIGINT, FOREIGN KEY (id) REFERENCES b (id) ON DELETE RESTRICT)"),
              "CREATE TABLE IF NOT EXISTS t_a (id BIGINT, FOREIGN KEY (id) REFERENCES t_b (id) ON DELETE RESTRICT)");
    EXPECT_EQ(base("CREATE UNIQUE INDEX a_by_b ON a (b) WHERE c = 1"),
              "CREATE UNIQUE INDEX a_by_b ON t_a (b) WHERE c = 1");
    EXPECT_EQ(base("ALTER TABLE a ADD COLUMN b BIGINT"), "ALTER TABLE t_a ADD COLUMN b BIGINT");
    EXPECT_EQ(base("ALTER TABLE a RENAME TO b"), "ALTER TABLE t_a RENAME TO t_b");
    EXPECT_EQ(base("ALTER TABLE a RENAME COLUMN b TO c"), "ALTER TABLE t_a RENAME COLUMN b TO c");
    EXPECT_EQ(base("DROP TABLE IF EXISTS a"), "DROP TABLE IF EXISTS t_a");
    EXPECT_EQ(base("DROP INDEX a_by_b"), "DROP INDEX a_by_b");
    EXPECT_EQ(base("INSERT INTO a (b) SELECT c FROM d x"), "INSERT INTO t_a AS a (b) SELECT c FROM t_d x");
    EXPECT_EQ(base("GRANT ALL ON a TO b"), "store.statement");
}

}  // namespace
}  // namespace lotse::store::sqlite
