// SPDX-License-Identifier: Apache-2.0
// The two transactions of db.h over a session. They neither begin nor end anything: read_pool and write_lane do.
#pragma once

#include <functional>
#include <vector>

#include "store/db.h"
#include "store/sqlite/session.h"

namespace lotse::store::sqlite {

class SqliteReadTxn final : public ReadTxn {
  public:
    SqliteReadTxn(Session& session, domain::TenantId tenant) : ReadTxn(tenant), session_(session) {
        session_.set_tenant(tenant);
    }
    ~SqliteReadTxn() override { session_.set_tenant(domain::TenantId{}); }
    SqliteReadTxn(SqliteReadTxn const&) = delete;
    SqliteReadTxn& operator=(SqliteReadTxn const&) = delete;
    using ReadTxn::each;
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) override {
        return session_.each(sql, values, on_row);
    }

  private:
    Session& session_;
};

class SqliteWriteTxn final : public WriteTxn {
  public:
    SqliteWriteTxn(Session& session, domain::TenantId tenant) : WriteTxn(tenant), session_(session) {
        session_.set_tenant(tenant);
    }
    ~SqliteWriteTxn() override { session_.set_tenant(domain::TenantId{}); }
    SqliteWriteTxn(SqliteWriteTxn const&) = delete;
    SqliteWriteTxn& operator=(SqliteWriteTxn const&) = delete;
    using WriteTxn::each;
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) override {
        return session_.each(sql, values, on_row);
    }
    Result<std::int64_t> next_id(std::string_view noun) override {
        std::int64_t id = 0;
        Value const values[] = {Value(noun)};
        CHECK_OK(session_.each("INSERT INTO counter (tenant_id, noun, next) VALUES (:tenant, ?1, 2) "
                               "ON CONFLICT (tenant_id, noun) DO UPDATE SET next = counter.next + 1 RETURNING next - 1",
                               values, [&](Row const& row) { id = row.integer(0); }));
        return id;
    }
    void after_commit(std::function<void()> act) override { acts_.push_back(std::move(act)); }
    std::vector<std::function<void()>> take_acts() { return std::move(acts_); }

  private:
    Session& session_;
    std::vector<std::function<void()>> acts_;
};

}  // namespace lotse::store::sqlite
