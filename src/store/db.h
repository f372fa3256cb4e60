// SPDX-License-Identifier: Apache-2.0
// The one seam to a database. Repositories hold their SQL once, in the subset that SQLite and PostgreSQL both speak,
// and see nothing else of the engine. A transaction is opened for one tenant and carries that right; below it each
// engine has a wall of its own (sqlite/guard.h, postgres row-level security), so a forgotten filter finds nothing
// foreign.
//
// What both engines speak (store/sql_shape.h checks it on both, so what runs on one runs on the other):
// one SELECT, INSERT, UPDATE, DELETE or WITH statement; plain table and column names, `ticket.id` included; values as
// ?1..?n and :tenant; no quoted identifiers, no /* */; ON CONFLICT (...) DO UPDATE/NOTHING and RETURNING; a list is
// IN (SELECT ...) or IN (?1, ?2). `FOR UPDATE SKIP LOCKED` may be written and is dropped on SQLite, which has one writer.
// Migrations make the tables. Two of them the engines use themselves: counter(tenant_id, noun, next), key
// (tenant_id, noun), `next` being the next free id; and tenant(id, slug, document), the only one without tenant_id:
// a transaction sees its own row of it. `schema_version` belongs to migrate.cpp.
//
// Errors of a statement: conflict "store.duplicate" for a unique key that is taken (field: "/" and the last column of
// that key), conflict "store.reference" for a foreign key, unavailable ("store.busy", "store.no_space", "store.io",
// "store.unreachable"), corrupt "store.corrupt", bug ("store.statement", "store.wall", "store.constraint"). After a
// failed statement a transaction can only fail: later statements give the same error and a commit becomes a rollback.
// Where a duplicate is expected, write ON CONFLICT.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/clock.h"
#include "base/ids.h"
#include "base/result.h"
#include "domain/scope.h"

namespace lotse::store {

struct Bytes {
    std::string value;
};

// A bound parameter. Converts from what repositories hold; an id of 0 is bound as it is (0 = none), never as NULL.
class Value {
  public:
    using Storage = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>;
    Value(std::nullptr_t) {}
    template <class T>
        requires std::is_integral_v<T>
    Value(T v) : storage_(static_cast<std::int64_t>(v)) {}
    Value(double v) : storage_(v) {}
    Value(std::string v) : storage_(std::move(v)) {}
    Value(std::string_view v) : storage_(std::string(v)) {}
    Value(char const* v) : storage_(std::string(v)) {}
    Value(Bytes v) : storage_(std::move(v)) {}
    template <class Tag>
    Value(Id<Tag> id) : storage_(id.value) {}
    Value(Instant at) : storage_(micros(at)) {}
    template <class T>
    Value(std::optional<T> const& v) {
        if (v) *this = Value(*v);
    }
    Storage const& storage() const { return storage_; }

  private:
    Storage storage_;
};

// One row under the cursor; valid inside the callback only. NULL reads as 0 or "" where the type is not optional.
class Row {
  public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double number(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string bytes(int column) const = 0;

    template <class Tag>
    Id<Tag> id(int column) const {
        return Id<Tag>(integer(column));
    }
    Instant at(int column) const { return instant(integer(column)); }
    std::optional<Instant> maybe_at(int column) const {
        if (is_null(column)) return std::nullopt;
        return at(column);
    }
    bool flag(int column) const { return integer(column) != 0; }
};

using OnRow = std::function<void(Row const&)>;

class WordIndex;  // words.h

// A snapshot of one tenant. Used by one thread.
class ReadTxn {
  public:
    virtual ~ReadTxn() = default;
    domain::TenantId tenant() const { return tenant_; }

    // Runs one statement; calls `on_row` for each row; gives the number of rows returned or changed. `sql` names
    // tables by their plain names and parameters ?1, ?2, ...; :tenant is the tenant of this transaction. The text
    // must be a literal: statements are cached by it.
    Result<std::int64_t> each(std::string_view sql, std::initializer_list<Value> values, OnRow const& on_row) {
        return each(sql, std::span<Value const>(values.begin(), values.size()), on_row);
    }
    virtual Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) = 0;
    virtual WordIndex& words() = 0;  // of this tenant's tickets; as good as the transaction

  protected:
    explicit ReadTxn(domain::TenantId tenant) : tenant_(tenant) {}
    domain::TenantId tenant_;
};

// A transaction that writes. Everything in it is durable together or not at all.
class WriteTxn : public ReadTxn {
  public:
    Result<std::int64_t> run(std::string_view sql, std::initializer_list<Value> values) {
        return each(sql, values, [](Row const&) {});
    }
    // The next id of a noun ("ticket", "article", ...) of this tenant; counts up, gaps are possible after a crash.
    virtual Result<std::int64_t> next_id(std::string_view noun) = 0;
    // Runs after the commit is durable, in the order given, never after a rollback. Must be quick and not throw.
    virtual void after_commit(std::function<void()> act) = 0;

  protected:
    using ReadTxn::ReadTxn;
};

// The row of the audit list (store/audit.h) that tells of a call; `made` is the id of what it made, where its note names
// no object.
Result<void> record_call(WriteTxn& txn, domain::CallNote const& call, std::int64_t made);

// The id in what a write gives back: T itself or Made<T> has one. A call that was answered from an earlier one has
// changed nothing: -1.
template <class T>
std::int64_t made_id(T const& value) {
    if constexpr (requires { value.is_known; })
        if (value.is_known) return -1;
    if constexpr (requires { value.value.id.value; }) return value.value.id.value;
    if constexpr (requires { value.token.id.value; }) return value.token.id.value;
    if constexpr (requires { value.id.value; }) return value.id.value;
    return 0;
}

// Thread-safe. Outlives every transaction. read() and write() block the calling thread.
class Store {
  public:
    virtual ~Store() = default;

    // fn: (ReadTxn&) -> Result<T>. A failed result is handed on.
    template <class F, class R = std::invoke_result_t<F, ReadTxn&>>
    R read(domain::TenantScope const& scope, F&& fn) {
        std::optional<R> out;
        Result<void> const done = do_read(scope.tenant(), [&](ReadTxn& txn) { out.emplace(fn(txn)); });
        if (!done) return R(done.error());
        return std::move(*out);
    }
    // fn: (WriteTxn&) -> Result<T>. A failed result rolls back. Returns only when the commit is durable. On SQLite fn
    // runs on the `write` thread and shares a commit with its neighbours (see sqlite/write_lane.h); on PostgreSQL it may
    // run twice after a serialization failure, so it must compute from its captures, not change them. Where the scope
    // carries a CallNote, the audit list gets its row in the same commit.
    template <class F, class R = std::invoke_result_t<F, WriteTxn&>>
    R write(domain::TenantScope const& scope, F&& fn) {
        std::optional<R> out;
        Result<void> const done = do_write(scope.tenant(), [&](WriteTxn& txn) -> Result<void> {
            out.emplace(fn(txn));
            if (!out->has_value()) return out->error();
            if (scope.note() == nullptr || scope.note()->is_written) return {};
            std::int64_t made = 0;
            if constexpr (!std::is_void_v<typename R::value_type>) made = made_id(**out);
            if (made < 0) return {};
            return record_call(txn, *scope.note(), made);
        });
        if (!done) return R(done.error());
        if (scope.note() != nullptr) scope.note()->is_written = true;
        return std::move(*out);
    }

    // "sqlite" or "postgres", and the durability in words for /health.
    virtual std::string_view engine() const = 0;
    virtual std::string durability() const = 0;
    // A consistent copy while others write: SQLite only (VACUUM INTO); PostgreSQL answers `invalid` and names pg_dump.
    virtual Result<void> copy_to(std::string const& path) = 0;
    // Runs the engine's own integrity check; the message names what is wrong.
    virtual Result<void> verify() = 0;

    // The list of tenants stands outside every tenant's wall: operator and doors only. Rows: id, slug, document.
    virtual Result<void> read_tenants(OnRow const& on_row) = 0;
    // Ids count up from 1. Error: conflict "store.duplicate" with field "/slug".
    virtual Result<domain::TenantId> add_tenant(std::string_view document, std::string_view slug) = 0;

  protected:
    virtual Result<void> do_read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn) = 0;
    virtual Result<void> do_write(domain::TenantId tenant, std::function<Result<void>(WriteTxn&)> const& fn) = 0;
};

}  // namespace lotse::store
