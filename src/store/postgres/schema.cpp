// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/schema.h"

#include "base/text.h"

namespace lotse::store::postgres {
namespace {

constexpr SchemaWords kWords{"BYTEA", ""};
constexpr std::string_view kWordsTable = "ticket_words";

Result<TableNames> list_tables(Connection const& connection) {
    TRY(Reply const reply, connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                                              "current_schema()::regnamespace AND relname <> 'schema_version'"));
    TableNames tables;
    each_row(reply.get(), [&](Row const& row) { tables.emplace(row.text(0)); });
    return tables;
}

std::string wall_around(std::string const& table) {
    // After a transaction the setting is '' and not NULL; nobody's rows are shown then.
    std::string const tenant = "NULLIF(current_setting('app.tenant', true), '')::bigint";
    std::string const rule = table == "tenant" ? "id = " + tenant + " OR current_setting('app.operator', true) = 'on'"
                                               : "tenant_id = " + tenant;
    // The owner's function find_words must see ticket_words (ts_words.h); it sets the tenant itself.
    std::string const force = table == kWordsTable ? " NO FORCE" : " FORCE";
    return "ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY; ALTER TABLE " + table + force +
           " ROW LEVEL SECURITY; DROP POLICY IF EXISTS tenant_wall ON " + table + "; CREATE POLICY tenant_wall ON " +
           table + " USING (" + rule + ") WITH CHECK (" + rule + ");";
}

}  // namespace

Result<void> lock_schema(Connection const& connection) {
    CHECK_OK(
        connection.execute("SET lock_timeout = 0; SELECT pg_advisory_lock(hashtext('lotse'), "
                           "hashtext(current_schema())); SET lock_timeout = '10s'"));
    return {};
}

Result<Catalog> read_catalog(Connection const& connection) {
    Catalog catalog;
    TRY(catalog.tables, list_tables(connection));
    catalog.tables.erase(std::string(kWordsTable));  // for find_words alone
    TRY(Reply const reply,
        connection.execute("SELECT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN "
                           "pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indnkeyatts WHERE i.indisunique AND "
                           "c.relnamespace = current_schema()::regnamespace"));
    each_row(reply.get(), [&](Row const& row) { catalog.unique_keys.emplace(row.text(0), row.text(1)); });
    return catalog;
}

Result<int> Schema::read_version() {
    TRY(std::string const is_there, connection_.text("SELECT to_regclass('schema_version')"));
    if (is_there.empty()) return 0;
    TRY(std::string const version, connection_.text("SELECT coalesce(max(number), 0) FROM schema_version"));
    return static_cast<int>(to_int(version).value_or(0));
}

Result<int> Schema::prepare(int) {
    CHECK_OK(lock_schema(connection_));
    CHECK_OK(connection_.execute(
        "CREATE TABLE IF NOT EXISTS schema_version (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL)"));
    return read_version();
}

Result<void> Schema::apply(Migration const& migration) {
    CHECK_OK(connection_.execute("BEGIN"));
    Result<void> done = apply_all(migration);
    if (done) {
        CHECK_OK(connection_.execute("COMMIT"));
        return {};
    }
    CHECK_OK(connection_.execute("ROLLBACK"));
    return done;
}

Result<void> Schema::apply_all(Migration const& migration) {
    // A migration works on the rows of all tenants, so for its own transaction the owner stands outside the wall.
    TRY(TableNames const before, list_tables(connection_));
    std::string lower;
    for (auto const& table : before) lower += "ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY;";
    CHECK_OK(connection_.execute(lower));
    TRY(auto const statements, statements_of(migration, kWords));
    for (auto const& statement : statements) {
        auto const done = connection_.execute(statement);
        if (done) continue;
        Error error = done.error();
        error.detail += ": " + statement;
        return error;
    }
    if (!migration.postgres.empty()) CHECK_OK(connection_.execute(std::string(migration.postgres)));
    TRY(TableNames const after, list_tables(connection_));
    std::string raise;
    for (auto const& table : after) raise += wall_around(table);
    CHECK_OK(connection_.execute(raise + "INSERT INTO schema_version (number, name) VALUES (" +
                                 std::to_string(migration.number) + ", " + connection_.quote(migration.name) + ")"));
    return {};
}

}  // namespace lotse::store::postgres
