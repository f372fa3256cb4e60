// SPDX-License-Identifier: Apache-2.0
// A fresh, migrated store with two tenants on each engine. A suite that must hold on both says:
//
//   class Tickets : public OnEachStore {};
//   LOTSE_ON_EACH_STORE(Tickets);
//   TEST_P(Tickets, CountUpFromOne) { write([](store::WriteTxn& txn) { ... return Ok{}; }); }
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "domain/scope.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/postgres/postgres_store.h"
#include "store/sqlite/sqlite_store.h"
#include "support/folder.h"
#include "support/postgres.h"

namespace lotse::testing {

enum class Engine { sqlite, postgres };

inline std::string name_of(Engine engine) { return engine == Engine::sqlite ? "SQLite" : "PostgreSQL"; }

// The value of a result; the test stops with the reason if there is none.
template <class T>
T must_have(Result<T> result) {
    if (!result)
        throw std::runtime_error(result.error().code + ": " + result.error().message + " " + result.error().detail);
    if constexpr (!std::is_void_v<T>) return *std::move(result);
}

class OnEachStore : public ::testing::TestWithParam<Engine> {
  protected:
    // Suites of the seam itself bring a smaller schema. Those that change the program's own ask for a fresh one.
    virtual std::span<store::Migration const> schema() const { return store::migrations(); }
    virtual Freshness freshness() const {
        return schema().data() == store::migrations().data() ? Freshness::swept : Freshness::fresh;
    }

    void SetUp() override {
        if (GetParam() == Engine::postgres && postgres_url().empty()) FAIL() << kNoPostgres;
        if (GetParam() == Engine::postgres) postgres_.emplace(postgres_url(), freshness());
        reopen();
        tenant_ = must_have(store_->add_tenant("{}", "first"));
        other_ = must_have(store_->add_tenant("{}", "second"));
    }
    void TearDown() override {
        store_.reset();
        postgres_.reset();
    }

    // Closes the store and opens the same data again, with `list` in place of schema() if given.
    void reopen() { must_have(try_reopen(schema())); }
    Result<void> try_reopen(std::span<store::Migration const> list) {
        store_.reset();
        if (GetParam() == Engine::sqlite) {
            store::sqlite::SqliteStore::Options options;
            options.folder = folder_.path();
            TRY(store_, store::sqlite::SqliteStore::open(options, list));
        } else {
            TRY(store_, store::postgres::PostgresStore::open({.url = postgres_->url()}, list));
        }
        return {};
    }

    store::Store& store() { return *store_; }
    domain::TenantId tenant() const { return tenant_; }
    domain::TenantId other_tenant() const { return other_; }
    domain::TenantScope scope() const { return domain::ScopeMint::for_tenant(tenant_); }
    domain::TenantScope other_scope() const { return domain::ScopeMint::for_tenant(other_); }
    // In a transaction of the first tenant.
    template <class F>
    auto read(F&& fn) {
        return store_->read(scope(), std::forward<F>(fn));
    }
    template <class F>
    auto write(F&& fn) {
        return store_->write(scope(), std::forward<F>(fn));
    }
    // One statement of the first tenant: the values of its first column with commas between, or the error's code.
    std::string ask(std::string_view sql, std::initializer_list<store::Value> values = {}) {
        std::string found;
        auto const done = read([&](store::ReadTxn& txn) {
            return txn.each(sql, values, [&](store::Row const& row) {
                found += (found.empty() ? "" : ",") + (row.is_null(0) ? "NULL" : std::string(row.text(0)));
            });
        });
        return done ? found : done.error().code;
    }
    Result<std::int64_t> run(std::string_view sql, std::initializer_list<store::Value> values = {}) {
        return write([&](store::WriteTxn& txn) { return txn.run(sql, values); });
    }

    TemporaryFolder folder_;
    std::optional<PostgresSchema> postgres_;  // while the engine is PostgreSQL

  private:
    std::unique_ptr<store::Store> store_;
    domain::TenantId tenant_;
    domain::TenantId other_;
};

}  // namespace lotse::testing

#define LOTSE_ON_EACH_STORE(Suite)                                                                                    \
    INSTANTIATE_TEST_SUITE_P(Each, Suite,                                                                             \
                             ::testing::Values(::lotse::testing::Engine::sqlite, ::lotse::testing::Engine::postgres), \
                             [](auto const& of) { return ::lotse::testing::name_of(of.param); })
