// SPDX-License-Identifier: Apache-2.0
// A connection with the statements it has prepared. Used by one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/ids.h"
#include "store/postgres/connection.h"
#include "store/postgres/schema.h"
#include "store/sql_shape.h"

namespace lotse::store::postgres {

enum class Mode { read, write };

class Session {
  public:
    // The catalog must outlive the session.
    Session(Connection connection, Catalog const& catalog) : connection_(std::move(connection)), catalog_(catalog) {}

    // Begins a transaction that sees one tenant (0: none), in one round trip.
    Result<void> begin(domain::TenantId tenant, Mode mode);
    // unavailable kTryAgain or another error if nothing was committed; "store.unreachable" if nobody knows.
    Result<void> commit();
    void roll_back();
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row);
    // Statements of the engine itself, in PostgreSQL's own words. The text is a literal.
    Result<std::int64_t> engine_each(std::string_view sql, std::span<Value const> values, OnRow const& on_row);
    Connection const& connection() const { return connection_; }
    bool is_usable() const { return connection_.is_alive() && connection_.is_idle(); }

  private:
    struct Prepared {
        std::string name;
        int parameters = 0;
        bool takes_tenant = false;
        bool is_change = false;
    };
    Result<void> make_room(Prepared& prepared);
    Result<Prepared> prepare(std::string_view sql, std::span<Value const> values);

    Connection connection_;
    Catalog const& catalog_;
    domain::TenantId tenant_;
    Mode mode_ = Mode::read;
    std::unordered_map<std::string, Prepared> prepared_;
};

// ?n -> $n and :tenant -> the parameter behind the last one.
std::string to_postgres(Shape const& shape);

}  // namespace lotse::store::postgres
