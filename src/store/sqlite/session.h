// SPDX-License-Identifier: Apache-2.0
// A connection behind its wall, with the statements it has prepared. Used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/ids.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/wall.h"

namespace lotse::store::sqlite {

class Session {
  public:
    static Result<std::unique_ptr<Session>> open(std::string const& path, Access access);
    static Result<std::unique_ptr<Session>> over(Connection connection, Access access);
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    void set_tenant(domain::TenantId tenant) { wall_->set_tenant(tenant); }
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row);
    // Statements of the engine itself, on the full-text tables that repositories cannot name. The text is a literal.
    Result<std::int64_t> engine_each(std::string_view sql, std::span<Value const> values, OnRow const& on_row);
    // BEGIN, SAVEPOINT and their ends: text of the engine, which repositories cannot write.
    Result<void> control(std::string_view sql);
    // False once SQLite itself has rolled everything back (full disk, I/O error).
    bool is_in_transaction() const { return sqlite3_get_autocommit(connection_.handle()) == 0; }
    Connection const& connection() const { return connection_; }

  private:
    explicit Session(Connection connection) : connection_(std::move(connection)) {}
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    template <class T>
    using ByText = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

    Connection connection_;
    std::unique_ptr<Wall> wall_;
    ByText<WalledStatement> statements_;
    ByText<Statement> controls_;
};

}  // namespace lotse::store::sqlite
