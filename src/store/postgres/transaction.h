// SPDX-License-Identifier: Apache-2.0
// A transaction of db.h over a session; begun and ended by postgres_store.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "store/db.h"
#include "store/postgres/id_blocks.h"
#include "store/postgres/session.h"
#include "store/postgres/ts_words.h"

namespace lotse::store::postgres {

class Transaction final : public WriteTxn {
  public:
    Transaction(Session& session, IdBlocks& ids, domain::TenantId tenant)
        : WriteTxn(tenant), session_(session), ids_(ids), words_(session, tenant) {}
    using WriteTxn::each;
    Result<std::int64_t> each(std::string_view sql, std::span<Value const> values, OnRow const& on_row) override {
        if (failure_) return *failure_;
        auto done = session_.each(sql, values, on_row);
        if (!done) failure_ = done.error();
        return done;
    }
    Result<std::int64_t> next_id(std::string_view noun) override { return ids_.next(tenant_, noun); }
    WordIndex& words() override { return words_; }
    void after_commit(std::function<void()> act) override { acts_.push_back(std::move(act)); }

    // The first statement that failed; nothing after it counts.
    std::optional<Error> const& failure() const { return failure_; }
    std::vector<std::function<void()>> const& acts() const { return acts_; }

  private:
    Session& session_;
    IdBlocks& ids_;
    TsWords words_;
    std::optional<Error> failure_;
    std::vector<std::function<void()>> acts_;
};

}  // namespace lotse::store::postgres
