// SPDX-License-Identifier: Apache-2.0
#include "base/crypto.h"
#include "store/credentials.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

// Lengths in front, so that no two calls have the same text.
Bytes call_hash(std::string_view principal, std::string_view route, std::string_view key) {
    std::string text;
    for (auto const part : {principal, route, key}) {
        text += std::to_string(part.size());
        text += ':';
        text += part;
    }
    return {sha256(text)};
}

KeyedCall read_call(Row const& row) {
    return {std::string(row.text(0)),
            std::string(row.text(1)),
            std::string(row.text(2)),
            std::string(row.text(3)),
            static_cast<int>(row.integer(4)),
            std::string(row.text(5)),
            row.at(6)};
}

}  // namespace

Result<std::optional<KeyedCall>> find_keyed_call(ReadTxn& txn, std::string_view principal, std::string_view route,
                                                 std::string_view key) {
    return find_one(txn,
                    "SELECT principal, route, key, body_hash, status, response, at FROM keyed_call "
                    "WHERE tenant_id = :tenant AND call_hash = ?1",
                    {call_hash(principal, route, key)}, read_call);
}

// Taken means: the same call is on its way in another transaction, or has just arrived.
Result<void> add_keyed_call(WriteTxn& txn, KeyedCall const& call) {
    TRY(auto const added,
        txn.run("INSERT INTO keyed_call (tenant_id, call_hash, principal, route, key, body_hash, status, response, at) "
                "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (tenant_id, call_hash) DO NOTHING",
                {call_hash(call.principal, call.route, call.key), call.principal, call.route, call.key, call.body_hash,
                 call.status, call.response, call.at}));
    if (added == 1) return {};
    return conflict("idempotency.in_flight", "A call with this Idempotency-Key is being carried out. Ask again.");
}

Result<void> forget_keyed_calls(WriteTxn& txn, Instant before) {
    auto const done = txn.run("DELETE FROM keyed_call WHERE tenant_id = :tenant AND at < ?1", {before});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
