// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/session.h"

namespace lotse::store::sqlite {
namespace {

// Texts are literals, so there are some hundred. A list of ids written into a text would grow this without end.
constexpr std::size_t kMaxStatements = 600;

}  // namespace

Result<std::unique_ptr<Session>> Session::open(std::string const& path, Access access) {
    TRY(Connection connection, Connection::open(path, access));
    return over(std::move(connection), access);
}

Result<std::unique_ptr<Session>> Session::over(Connection connection, Access access) {
    std::unique_ptr<Session> session(new Session(std::move(connection)));
    TRY(session->wall_, Wall::raise(session->connection_, access));
    return session;
}

Result<std::int64_t> Session::each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) {
    // Taken out while it runs: a row callback that uses the same text gets a statement of its own.
    auto const known = statements_.find(sql);
    ByText<WalledStatement>::node_type node;
    if (known != statements_.end()) {
        node = statements_.extract(known);
        Result<std::int64_t> const done = wall_->each(node.mapped(), values, on_row);
        statements_.insert(std::move(node));
        return done;
    }
    TRY(WalledStatement statement, wall_->prepare(sql));
    Result<std::int64_t> const done = wall_->each(statement, values, on_row);
    if (statements_.size() >= kMaxStatements) statements_.erase(statements_.begin());
    statements_.emplace(sql, std::move(statement));
    return done;
}

Result<std::int64_t> Session::engine_each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) {
    auto known = controls_.find(sql);
    if (known == controls_.end()) {
        TRY(Statement statement, connection_.prepare(sql, SQLITE_PREPARE_PERSISTENT));
        known = controls_.emplace(sql, std::move(statement)).first;
    }
    return step_all(connection_.handle(), known->second.get(), values, on_row);
}

Result<void> Session::control(std::string_view sql) {
    CHECK_OK(engine_each(sql, {}, [](Row const&) {}));
    return {};
}

}  // namespace lotse::store::sqlite
