// SPDX-License-Identifier: Apache-2.0
// Idempotent calls (T-11): the same key with the same body has its effect once, and the answer names the same thing.
// Recall and remember run in the transaction of the effect.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"
#include "store/db.h"

namespace lotse::desk {

// From the Idempotency-Key header; scoped by tenant (the transaction's), principal and route. An empty key is none.
struct CallKey {
    std::string principal;
    std::string route;
    std::string key;
    std::string body_hash;
};

// What the first call made, {"ticket": 7, "article": 9}; nothing if this is the first.
// Error: invalid "idempotency.other_body" where the key was used with another body.
Result<std::optional<JsonObject>> recall(store::ReadTxn& txn, CallKey const& key);
Result<void> remember(store::WriteTxn& txn, CallKey const& key, JsonObject const& effect, Instant now);

}  // namespace lotse::desk
