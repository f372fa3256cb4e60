// SPDX-License-Identifier: Apache-2.0
#include "store/sql_shape.h"

#include <gtest/gtest.h>

namespace lotse::store {
namespace {

TableNames const kTables = {"ticket", "queue", "note"};

// "update ticket*, queue as q": the verb, the tables with their aliases, the target with a star.
std::string shape(std::string_view sql) {
    auto const shape = shape_of(sql, kTables);
    if (!shape) return shape.error().code;
    constexpr std::string_view verbs[] = {"select", "insert", "update", "remove"};
    std::string text(verbs[static_cast<int>(shape->verb)]);
    for (auto const& use : shape->tables) {
        text += " " + use.name + (use.is_target ? "*" : "") + (use.alias.empty() ? "" : "=" + use.alias);
    }
    return text;
}

TEST(SqlShape, FindsTheTablesThatAreRead) {
    EXPECT_EQ(shape("SELECT 1"), "select");
    EXPECT_EQ(shape("SELECT ticket.id FROM ticket"), "select ticket");
    EXPECT_EQ(shape("select a from TICKET t join queue as q on q.id = t.queue_id where 1 = 1"),
              "select ticket=t queue=q");
    EXPECT_EQ(shape("SELECT a FROM ticket, queue q, note ORDER BY a, b"), "select ticket queue=q note");
    EXPECT_EQ(shape("SELECT a FROM ticket JOIN queue ON (a = b), note"), "select ticket queue note");
    EXPECT_EQ(shape("SELECT a FROM (ticket JOIN queue ON a = b) LEFT JOIN note ON c = d"), "select ticket queue note");
    EXPECT_EQ(shape("SELECT a FROM (SELECT b, c FROM ticket) AS x, queue"), "select ticket queue");
    EXPECT_EQ(shape("SELECT (SELECT max(a) FROM note), b FROM ticket WHERE c IN (SELECT d FROM queue)"),
              "select note ticket queue");
    EXPECT_EQ(shape("SELECT a FROM ticket UNION ALL SELECT a FROM queue EXCEPT SELECT a FROM note"),
              "select ticket queue note");
    EXPECT_EQ(shape("SELECT a FROM ticket WHERE b IS DISTINCT FROM queue_id AND c IS NOT DISTINCT FROM d"),
              "select ticket");
}

TEST(SqlShape, FindsTheTargetOfAChange) {
    EXPECT_EQ(shape("INSERT INTO ticket (a, b) VALUES (?1, ?2)"), "insert ticket*");
    EXPECT_EQ(shape("INSERT INTO ticket(a) SELECT b FROM queue"), "insert ticket* queue");
    EXPECT_EQ(
        shape("INSERT INTO ticket AS t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = t.a WHERE t.a > 1 RETURNING a"),
        "insert ticket*=t");
    EXPECT_EQ(shape("UPDATE ticket SET a = (SELECT b FROM queue), c = 1 WHERE d = 2 RETURNING e"),
              "update ticket* queue");
    EXPECT_EQ(shape("UPDATE ticket AS t SET a = 1 FROM queue q WHERE t.a = q.a"), "update ticket*=t queue=q");
    EXPECT_EQ(shape("DELETE FROM ticket WHERE id IN (SELECT id FROM note)"), "remove ticket* note");
    EXPECT_EQ(shape("WITH x AS (SELECT id FROM note) DELETE FROM ticket WHERE id IN (SELECT id FROM x)"),
              "remove note ticket*");
}

TEST(SqlShape, LeavesOutWhatWithDefines) {
    EXPECT_EQ(
        shape("WITH a AS (SELECT 1), b (x, y) AS (SELECT 1, 2 FROM note) SELECT * FROM a, b JOIN ticket ON 1 = 1"),
        "select note ticket");
    EXPECT_EQ(shape("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9) SELECT i FROM n"),
              "select");
}

TEST(SqlShape, KnowsWhereTheConditionOfAChangeStands) {
    auto const shape = *shape_of("UPDATE ticket SET a = (SELECT 1 WHERE 1 = 1) WHERE b = ?3 RETURNING c", kTables);
    ASSERT_NE(shape.where, kNoToken);
    EXPECT_EQ(shape.tokens[shape.where].text, "WHERE");
    EXPECT_EQ(shape.tokens[shape.where + 2].text, "b");
    EXPECT_EQ(shape.tokens[shape.tail].text, "RETURNING");
    EXPECT_EQ(shape.parameters, 3);
    EXPECT_EQ(shape_of("DELETE FROM ticket", kTables)->where, kNoToken);
}

TEST(SqlShape, NotesRowLocks) {
    auto const shape = *shape_of("SELECT a FROM ticket WHERE b = 1 LIMIT 5 FOR UPDATE SKIP LOCKED", kTables);
    ASSERT_EQ(shape.row_locks.size(), 1u);
    EXPECT_EQ(shape.tokens[shape.row_locks[0].first].text, "FOR");
    EXPECT_EQ(shape.tokens[shape.row_locks[0].second].text, "LOCKED");
    EXPECT_EQ(shape.verb, Verb::select);
}

TEST(SqlShape, RefusesWhatIsNotOneStatementOnKnownTables) {
    for (std::string_view const sql : {"",
                                       "  ;",
                                       "SELECT a FROM other",
                                       "SELECT a FROM ticket; SELECT 1",
                                       "SELECT a FROM main.ticket",
                                       "SELECT a FROM json_each('[]')",
                                       "SELECT a FROM ticket WHERE b IN queue",
                                       "SELECT (a FROM ticket",
                                       "SELECT a) FROM ticket",
                                       "WITH ticket AS (SELECT 1) SELECT 1",
                                       "WITH x AS (SELECT 1), queue AS (SELECT 2) SELECT 1",
                                       "SELECT a FROM (WITH x AS (SELECT 1) SELECT * FROM x) AS y",
                                       "INSERT INTO x (a) VALUES (1)",
                                       "INSERT OR REPLACE INTO ticket (a) VALUES (1)",
                                       "REPLACE INTO ticket (a) VALUES (1)",
                                       "UPDATE OR IGNORE ticket SET a = 1",
                                       "DELETE ticket",
                                       "SELECT 1 DELETE FROM ticket",
                                       "WITH x AS (DELETE FROM ticket RETURNING id) SELECT * FROM x",
                                       "UPDATE ticket SET a = 1 LIMIT 1",
                                       "DELETE FROM ticket ORDER BY a LIMIT 1",
                                       "PRAGMA foreign_keys",
                                       "CREATE TABLE x (a)",
                                       "BEGIN",
                                       "COMMIT",
                                       "EXPLAIN SELECT 1",
                                       "VACUUM",
                                       "SET ROLE x",
                                       "TRUNCATE ticket",
                                       "SELECT a INTO x FROM ticket",
                                       "SELECT a FROM t_ticket",
                                       "SELECT a FROM sqlite_master",
                                       "SELECT a FROM pg_class",
                                       "SELECT set_config('a', 'b', true)",
                                       "SELECT current_setting('app.tenant')",
                                       "SELECT rowid FROM ticket",
                                       "SELECT query_to_xml('', true, true, '')"}) {
        EXPECT_EQ(shape(sql), "store.statement") << sql;
    }
}

}  // namespace
}  // namespace lotse::store
