// SPDX-License-Identifier: Apache-2.0
// A transaction of db.h over a session; begun and ended by read_pool and write_lane.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "store/db.h"
#include "store/sqlite/fts_words.h"
#include "store/sqlite/session.h"

namespace lotse::store::sqlite {

class Transaction final : public WriteTxn {
  public:
    Transaction(Session& session, domain::TenantId tenant)
        : WriteTxn(tenant), session_(session), words_(session, tenant) {
        session_.set_tenant(tenant);
    }
    ~Transaction() override { session_.set_tenant(domain::TenantId{}); }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    using WriteTxn::each;
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) override {
        if (failure_) return *failure_;
        auto done = session_.each(sql, values, on_row);
        if (!done) failure_ = done.error();
        return done;
    }
    Result<std::int64_t> next_id(std::string_view noun) override {
        std::int64_t id = 0;
        Value const values[] = {Value(noun)};
        CHECK_OK(
            each("INSERT INTO counter (tenant_id, noun, next) VALUES (:tenant, ?1, 2) "
                 "ON CONFLICT (tenant_id, noun) DO UPDATE SET next = counter.next + 1 RETURNING next - 1",
                 values, [&](Row const& row) { id = row.integer(0); }));
        return id;
    }
    WordIndex& words() override { return words_; }
    void after_commit(std::function<void()> act) override { acts_.push_back(std::move(act)); }

    // The first statement that failed; nothing after it counts, as on PostgreSQL.
    std::optional<Error> const& failure() const { return failure_; }
    std::vector<std::function<void()>> take_acts() { return std::move(acts_); }

  private:
    Session& session_;
    FtsWords words_;
    std::optional<Error> failure_;
    std::vector<std::function<void()>> acts_;
};

}  // namespace lotse::store::sqlite
