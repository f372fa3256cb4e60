// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/wall.h"

#include <utility>

#include "base/crypto.h"
#include "base/text.h"
#include "store/sqlite/rewrite.h"

namespace lotse::store::sqlite {
namespace {

// Lends the right to change `target` for the time of one call; calls nest when a row callback runs a statement.
class Right {
  public:
    Right(std::string_view& right, std::string_view target) : right_(right), before_(std::exchange(right, target)) {}
    ~Right() { right_ = before_; }
    Right(Right const&) = delete;
    Right& operator=(Right const&) = delete;

  private:
    std::string_view& right_;
    std::string_view before_;
};

// The full-text index and the tables in which FTS5 keeps it (fts_words.h). Statements of repositories cannot name them,
// and FTS5 writes to them in its own time, also at a commit.
bool is_full_text(std::string_view table) { return table.starts_with("ticket_fts"); }

std::string_view or_empty(char const* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

}  // namespace

Wall::Wall(Connection const& connection, Access access)
    : connection_(connection), access_(access), suffix_(hex(random_bytes(8))) {}

Wall::~Wall() { sqlite3_set_authorizer(connection_.handle(), nullptr, nullptr); }

Result<std::unique_ptr<Wall>> Wall::raise(Connection const& connection, Access access) {
    std::unique_ptr<Wall> wall(new Wall(connection, access));
    // Deterministic, so that SQLite asks once per statement and then seeks by index. It never outlives a statement:
    // constants are computed anew at each start.
    int const code =
        sqlite3_create_function_v2(connection.handle(), "cur_tenant", 0, SQLITE_UTF8 | SQLITE_DETERMINISTIC, wall.get(),
                                   &Wall::answer_tenant, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(connection.handle(), code);
    CHECK_OK(wall->read_schema());
    for (auto const& table : wall->tables_) CHECK_OK(wall->build(table));
    // FTS5 declares its columns when it is first used, which an authorizer takes for a change of the schema.
    TRY(auto const indexes,
        connection.integer("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'ticket_fts'"));
    if (indexes > 0) {
        TRY([[maybe_unused]] auto const first, connection.integer("SELECT rowid FROM ticket_fts LIMIT 1"));
    }
    sqlite3_set_authorizer(connection.handle(), &Wall::authorize, wall.get());
    return wall;
}

Result<void> Wall::read_schema() {
    CHECK_OK(connection_.each("SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 2) = 't_'", {},
                              [&](Row const& row) { tables_.emplace(row.text(0).substr(2)); }));
    auto const links = connection_.each(
        "SELECT m.name, f.\"table\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f "
        "WHERE m.type = 'table'",
        {}, [&](Row const& row) {
            kin_[std::string(row.text(0))].emplace(row.text(1));
            kin_[std::string(row.text(1))].emplace(row.text(0));
        });
    if (!links) return links.error();
    return {};
}

Result<void> Wall::build(std::string const& table) {
    std::string const base = "main." + base_name(table);
    std::string const view = view_name(table, suffix_);
    std::string const column(tenant_column(table));
    own_.insert(view);
    CHECK_OK(connection_.execute("CREATE TEMP VIEW " + view + " AS SELECT * FROM " + base + " WHERE " + column +
                                 " = cur_tenant()"));
    if (access_ == Access::read) return {};
    auto const stop = [&](std::string const& event, std::string const& foreign) {
        std::string const name = "wall_" + table + "_" + event + "_" + suffix_;
        own_.insert(to_lower_ascii(name));
        return connection_.execute("CREATE TEMP TRIGGER " + to_lower_ascii(name) + " BEFORE " + event + " ON " + base +
                                   " WHEN " + foreign + " BEGIN SELECT RAISE(ABORT, 'a row of another tenant'); END");
    };
    std::string const is_old = "OLD." + column + " IS NOT cur_tenant()";
    std::string const is_new = "NEW." + column + " IS NOT cur_tenant()";
    CHECK_OK(stop("INSERT", is_new));
    CHECK_OK(stop("UPDATE", is_old + " OR " + is_new));
    return stop("DELETE", is_old);
}

void Wall::answer_tenant(sqlite3_context* context, int, sqlite3_value**) {
    auto const* const wall = static_cast<Wall const*>(sqlite3_user_data(context));
    if (wall->tenant_ == 0) {
        sqlite3_result_error(context, "no tenant is set", -1);
    } else {
        sqlite3_result_int64(context, wall->tenant_);
    }
}

int Wall::authorize(void* wall, int action, char const* first, char const* second, char const*, char const* who) {
    return static_cast<Wall const*>(wall)->judge(action, first, second, who);
}

int Wall::judge(int action, char const* first, char const*, char const* who) const {
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
        case SQLITE_FUNCTION:
        case SQLITE_TRANSACTION:
        case SQLITE_SAVEPOINT: return SQLITE_OK;
        case SQLITE_PRAGMA: return or_empty(first) == "data_version" ? SQLITE_OK : SQLITE_DENY;  // asked for by FTS5
        case SQLITE_READ: return judge_read(or_empty(first), or_empty(who));
        case SQLITE_INSERT:
        case SQLITE_UPDATE:
        case SQLITE_DELETE:
            if (is_full_text(or_empty(first))) return access_ == Access::read ? SQLITE_DENY : SQLITE_OK;
            return !target_.empty() && or_empty(first) == target_ && who == nullptr ? SQLITE_OK : SQLITE_DENY;
        default: return SQLITE_DENY;
    }
}

int Wall::judge_read(std::string_view table, std::string_view who) const {
    if (table.starts_with("sqlite_")) return SQLITE_DENY;
    if (!table.starts_with("t_") || own_.contains(who)) return SQLITE_OK;
    if (target_.empty()) return SQLITE_DENY;
    // A change reads its own target, also on behalf of RETURNING (which SQLite builds as a trigger of this name), and
    // the keys of tables that its foreign keys touch.
    if (table == target_ && (who.empty() || who == "sqlite_returning")) return SQLITE_OK;
    auto const kin = kin_.find(target_);
    return who.empty() && kin != kin_.end() && kin->second.contains(table) ? SQLITE_OK : SQLITE_DENY;
}

Result<WalledStatement> Wall::prepare(std::string_view sql) {
    if (sql.find(suffix_) != std::string_view::npos) return bug("store.statement", "a view's own name");
    TRY(Shape const shape, shape_of(sql, tables_));
    if (access_ == Access::read && (shape.verb != Verb::select || !shape.row_locks.empty())) {
        return bug("store.statement", "a change in a reading transaction: " + std::string(sql));
    }
    auto const* const target = shape.target();
    WalledStatement walled{nullptr, target == nullptr ? std::string() : base_name(target->name), shape.parameters};
    Right const right(target_, walled.target);
    TRY(walled.statement, connection_.prepare(to_walled(shape, suffix_), SQLITE_PREPARE_PERSISTENT));
    return walled;
}

Result<std::int64_t> Wall::each(WalledStatement const& statement, std::span<Value const> values, OnRow const& on_row) {
    if (values.size() != static_cast<std::size_t>(statement.parameters)) {
        return bug("store.statement",
                   std::string("values do not match the parameters of ") + sqlite3_sql(statement.statement.get()));
    }
    Right const right(target_, statement.target);
    sqlite3_stmt* const raw = statement.statement.get();
    if (sqlite3_bind_parameter_count(raw) > statement.parameters) {
        sqlite3_bind_int64(raw, statement.parameters + 1, tenant_);
    }
    return step_all(connection_.handle(), raw, values, on_row);
}

}  // namespace lotse::store::sqlite
