// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/id_blocks.h"

#include <algorithm>

namespace lotse::store::postgres {
namespace {

constexpr std::int64_t kMaxBlock = 50;
constexpr std::chrono::seconds kQuiet{1};

}  // namespace

Result<std::int64_t> IdBlocks::next(domain::TenantId tenant, std::string_view noun) {
    Lock const lock(mutex_);
    Block& block = blocks_[{tenant.value, std::string(noun)}];
    auto const now = std::chrono::steady_clock::now();
    bool const is_fresh = now - block.taken_at < kQuiet;
    if (block.left == 0 || !is_fresh) {
        bool const is_busy = block.size > 0 && is_fresh;
        std::int64_t const size = is_busy ? std::min(block.size * 2, kMaxBlock) : 1;
        TRY(block.next, reserve(tenant, std::string(noun), size));
        block.left = block.size = size;
        block.taken_at = now;
    }
    --block.left;
    return block.next++;
}

Result<std::int64_t> IdBlocks::reserve(domain::TenantId tenant, std::string const& noun, std::int64_t count) {
    if (session_ == nullptr || !session_->is_usable()) {
        TRY(session_, connect(access_));
    }
    CHECK_OK(session_->begin(tenant, Mode::write));
    std::int64_t first = 0;
    Value const values[] = {Value(noun), Value(count)};
    auto done = session_->each(
        "INSERT INTO counter (tenant_id, noun, next) VALUES (:tenant, ?1, 1 + ?2) "
        "ON CONFLICT (tenant_id, noun) DO UPDATE SET next = counter.next + ?2 RETURNING next - ?2",
        values, [&](Row const& row) { first = row.integer(0); });
    if (!done) {
        session_->roll_back();
        return done.error();
    }
    CHECK_OK(session_->commit());
    return first;
}

}  // namespace lotse::store::postgres
