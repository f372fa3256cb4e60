// SPDX-License-Identifier: Apache-2.0
#include "desk/call_key.h"

#include "store/credentials.h"

namespace lotse::desk {

Result<std::optional<JsonObject>> recall(store::ReadTxn& txn, CallKey const& key) {
    if (key.key.empty()) return std::optional<JsonObject>{};
    TRY(auto known, store::find_keyed_call(txn, key.principal, key.route, key.key));
    if (!known) return std::optional<JsonObject>{};
    if (known->body_hash != key.body_hash)
        return invalid("idempotency.other_body", "This Idempotency-Key was used with another body; take a new key.");
    TRY(auto effect, parse_json(known->response));
    return std::optional<JsonObject>{effect.is_object() ? effect.get_object() : JsonObject{}};
}

Result<void> remember(store::WriteTxn& txn, CallKey const& key, JsonObject const& effect, Instant now) {
    if (key.key.empty()) return {};
    return store::add_keyed_call(txn, {key.principal, key.route, key.key, key.body_hash, 201, to_string(effect), now});
}

}  // namespace lotse::desk
