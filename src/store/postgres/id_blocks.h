// SPDX-License-Identifier: Apache-2.0
// Ids from the counter table without holding its row until a commit, which would queue all writers of a tenant behind
// one another. A block is taken in a short transaction of its own and used up in this process. Rule: a block has one id,
// and twice as many as the last one (50 at most) when that was used up within a second. So a quiet desk counts 1, 2, 3
// without gaps, a busy one asks 50 times less. Ids of a rolled-back transaction, and what is left of a block a second
// after it was taken or when the process ends, are never used: else another process would number later things lower, and
// what is listed by id would stand in the wrong order. Thread-safe.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/mutex.h"
#include "store/postgres/pool.h"

namespace lotse::store::postgres {

class IdBlocks {
  public:
    explicit IdBlocks(Access const& access) : access_(access) {}
    Result<std::int64_t> next(domain::TenantId tenant, std::string_view noun);

  private:
    struct Block {
        std::int64_t next = 0;
        std::int64_t left = 0;
        std::int64_t size = 0;
        std::chrono::steady_clock::time_point taken_at;
    };
    Result<std::int64_t> reserve(domain::TenantId tenant, std::string const& noun, std::int64_t count) REQUIRES(mutex_);

    Access const& access_;
    BareMutex mutex_;
    std::map<std::pair<std::int64_t, std::string>, Block> blocks_ GUARDED_BY(mutex_);
    // A connection of its own: one from the pool could be waited for by the very writers that hold them all.
    std::unique_ptr<Session> session_ GUARDED_BY(mutex_);
};

}  // namespace lotse::store::postgres
