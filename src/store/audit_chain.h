// SPDX-License-Identifier: Apache-2.0
// The audit list as a chain: a row cannot be changed, dropped or moved without its hash, or that of a later row,
// telling so. Anchors are signed by the caller, who has the key; what stands before one cannot be made up anew without it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/audit.h"

namespace lotse::store {

// 32 raw bytes each.
struct ChainRow {
    AuditEntry entry;
    std::int64_t seq = 0;  // 1, 2, ... without a gap
    std::string salt;
    std::string commitment;  // HMAC-SHA-256 under the salt: origin, name of the object, changes
    std::string hash;  // SHA-256: hash of the row before, the rest of the row, commitment
};
inline constexpr std::size_t kChainHashBytes = 32;
std::string chain_start();  // what the first row follows: zeros

// What commitment and hash of this row must be. Pure.
std::string commitment_of(ChainRow const& row);
std::string hash_of(domain::TenantId tenant, std::string_view before, ChainRow const& row);

struct ChainEnd {
    std::int64_t seq = 0;
    std::string hash;
};
Result<std::optional<ChainEnd>> chain_head(ReadTxn& txn);
// Behind `after`, by seq. Cost: that of the rows.
Result<std::vector<ChainRow>> list_chain(ReadTxn& txn, std::int64_t after, int limit);
Result<std::optional<ChainRow>> find_in_chain(ReadTxn& txn, std::int64_t seq);

struct AuditAnchor {
    bool is_base = false;  // true: the rows up to here have been forgotten; else a checkpoint
    std::int64_t seq = 0;
    Instant at{};
    std::string hash;
    std::string signature;
};
// At most one of each kind.
Result<std::vector<AuditAnchor>> list_anchors(ReadTxn& txn);
Result<void> put_anchor(WriteTxn& txn, AuditAnchor const& anchor);  // instead of the one before
// The rows of the chain up to `seq`, and those from before the chain that are older than `before`.
Result<std::int64_t> forget_audit(WriteTxn& txn, std::int64_t seq, Instant before);

}  // namespace lotse::store
