// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/session.h"

#include <algorithm>

namespace lotse::store::postgres {
namespace {

constexpr std::size_t kMaxStatements = 600;
constexpr Oid kInt8 = 20;

// A text is prepared once for each set of types that comes with it: NULL leaves the type open.
std::string key_of(std::string_view sql, std::span<Value const> values) {
    std::string key(sql);
    for (auto const& value : values) key += static_cast<char>('0' + value.storage().index());
    return key;
}

}  // namespace

std::string to_postgres(Shape const& shape) {
    std::string out;
    for (auto const& token : shape.tokens) {
        if (token.kind == SqlTokenKind::parameter) {
            out += "$" + std::to_string(token.parameter);
        } else if (token.kind == SqlTokenKind::tenant) {
            out += "$" + std::to_string(shape.parameters + 1);
        } else {
            out += token.text;
        }
    }
    return out;
}

Result<void> Session::begin(domain::TenantId tenant, Mode mode) {
    tenant_ = tenant;
    mode_ = mode;
    std::string const kind = mode == Mode::read ? "ISOLATION LEVEL REPEATABLE READ READ ONLY" : "READ WRITE";
    // SET LOCAL ends with the transaction, so the tenant cannot leak to the next user of this connection.
    CHECK_OK(connection_.execute("BEGIN " + kind + "; SET LOCAL app.tenant = '" + std::to_string(tenant.value) + "'"));
    return {};
}

Result<void> Session::commit() {
    TRY(Reply const reply, connection_.execute("COMMIT"));
    // A transaction in which a statement failed ends in ROLLBACK, which PostgreSQL calls a success.
    if (std::string_view(PQcmdStatus(reply.get())) == "COMMIT") return {};
    return bug("store.statement", "a commit after a failed statement");
}

void Session::roll_back() {
    // If this fails the connection is not usable and leaves the pool, which rolls back as well.
    [[maybe_unused]] auto const done = connection_.execute("ROLLBACK");
}

Result<std::int64_t> Session::each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) {
    std::string const key = key_of(sql, values);
    auto known = prepared_.find(key);
    if (known == prepared_.end()) {
        TRY(Prepared prepared, prepare(sql, values));
        known = prepared_.emplace(key, std::move(prepared)).first;
    }
    Prepared const& prepared = known->second;
    if (values.size() != static_cast<std::size_t>(prepared.parameters)) {
        return bug("store.statement", "values do not match the parameters of " + std::string(sql));
    }
    if (prepared.is_change && mode_ == Mode::read) {
        return bug("store.statement", "a change in a reading transaction: " + std::string(sql));
    }
    std::vector<Value> bound;
    if (prepared.takes_tenant) {
        bound.assign(values.begin(), values.end());
        bound.emplace_back(tenant_);
        values = bound;
    }
    auto const reply = connection_.run_prepared(prepared.name, values);
    if (reply) return each_row(reply->get(), on_row);
    Error error = reply.error();
    if (error.code == "store.duplicate") {
        auto const constraint = catalog_.unique_keys.find(error.field);
        error.field = constraint == catalog_.unique_keys.end() ? std::string() : "/" + constraint->second;
    }
    return error;
}

Result<std::int64_t> Session::engine_each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) {
    auto known = prepared_.find(std::string(sql));
    if (known == prepared_.end()) {
        Prepared prepared;
        prepared.name = "s" + std::to_string(prepared_.size());
        CHECK_OK(make_room(prepared));
        std::vector<Oid> types;
        for (auto const& value : values) types.push_back(type_of(value));
        CHECK_OK(connection_.prepare(prepared.name, std::string(sql), types));
        known = prepared_.emplace(sql, std::move(prepared)).first;
    }
    TRY(Reply const reply, connection_.run_prepared(known->second.name, values));
    return each_row(reply.get(), on_row);
}

Result<void> Session::make_room(Prepared& prepared) {
    if (prepared_.size() < kMaxStatements) return {};
    CHECK_OK(connection_.execute("DEALLOCATE ALL"));
    prepared_.clear();
    prepared.name = "s0";
    return {};
}

Result<Session::Prepared> Session::prepare(std::string_view sql, std::span<Value const> values) {
    TRY(Shape const shape, shape_of(sql, catalog_.tables));
    Prepared prepared;
    prepared.name = "s" + std::to_string(prepared_.size());
    prepared.parameters = shape.parameters;
    prepared.is_change = shape.verb != Verb::select || !shape.row_locks.empty();
    prepared.takes_tenant = std::ranges::count(shape.tokens, SqlTokenKind::tenant, &SqlToken::kind) > 0;
    CHECK_OK(make_room(prepared));
    std::vector<Oid> types;
    for (auto const& value : values) types.push_back(type_of(value));
    types.resize(static_cast<std::size_t>(shape.parameters));
    if (prepared.takes_tenant) types.push_back(kInt8);
    CHECK_OK(connection_.prepare(prepared.name, to_postgres(shape), types));
    return prepared;
}

}  // namespace lotse::store::postgres
