// SPDX-License-Identifier: Apache-2.0
#include "store/audit_chain.h"

#include "base/crypto.h"
#include "store/audit_row.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kChained = ", seq, salt, commitment, hash FROM audit WHERE tenant_id = :tenant AND seq > 0";

ChainRow read_chain_row(Row const& row) {
    ChainRow out;
    out.entry = read_audit_entry(row);
    out.seq = row.integer(kAuditColumnCount);
    out.salt = row.bytes(kAuditColumnCount + 1);
    out.commitment = row.bytes(kAuditColumnCount + 2);
    out.hash = row.bytes(kAuditColumnCount + 3);
    return out;
}

AuditAnchor read_anchor(Row const& row) { return {row.flag(0), row.integer(1), row.at(2), row.bytes(3), row.bytes(4)}; }

// Netstrings: where one value ends and the next begins is part of what is hashed.
void add(std::string& to, std::string_view value) {
    to += std::to_string(value.size());
    to += ':';
    to += value;
}
void add(std::string& to, std::int64_t value) { add(to, std::to_string(value)); }

}  // namespace

std::string chain_start() { return std::string(kChainHashBytes, '\0'); }

std::string commitment_of(ChainRow const& row) {
    auto const& call = row.entry.call;
    std::string text;
    add(text, call.origin);
    add(text, call.object_name);
    add(text, call.changes);
    return hmac_sha256(row.salt, text);
}

std::string hash_of(domain::TenantId tenant, std::string_view before, ChainRow const& row) {
    auto const& call = row.entry.call;
    std::string text;
    add(text, before);
    add(text, tenant.value);
    add(text, row.seq);
    add(text, row.entry.id.value);
    add(text, micros(call.at));
    add(text, call.agent.value);
    add(text, call.credential);
    add(text, call.action);
    add(text, std::int64_t{call.is_refused});
    add(text, call.object_kind);
    add(text, call.object_id);
    add(text, row.commitment);
    return sha256(text);
}

Result<std::optional<ChainEnd>> chain_head(ReadTxn& txn) {
    return find_one<ChainEnd>(txn, "SELECT seq, hash FROM audit_head WHERE tenant_id = :tenant", {},
                              [](Row const& row) { return ChainEnd{row.integer(0), row.bytes(1)}; });
}

Result<std::vector<ChainRow>> list_chain(ReadTxn& txn, std::int64_t after, int limit) {
    return list_all(txn, sql<"SELECT ", kAuditColumns, kChained, " AND seq > ?1 ORDER BY seq LIMIT ?2">, {after, limit},
                    read_chain_row);
}

Result<std::optional<ChainRow>> find_in_chain(ReadTxn& txn, std::int64_t seq) {
    return find_one(txn, sql<"SELECT ", kAuditColumns, kChained, " AND seq = ?1">, {seq}, read_chain_row);
}

Result<std::vector<AuditAnchor>> list_anchors(ReadTxn& txn) {
    return list_all(txn,
                    "SELECT base, seq, at, hash, signature FROM audit_anchor WHERE tenant_id = :tenant ORDER BY base",
                    {}, read_anchor);
}

Result<void> put_anchor(WriteTxn& txn, AuditAnchor const& anchor) {
    auto const done = txn.run(
        "INSERT INTO audit_anchor (tenant_id, base, seq, at, hash, signature) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (tenant_id, base) DO UPDATE SET seq = ?2, at = ?3, hash = ?4, signature = ?5",
        {anchor.is_base, anchor.seq, anchor.at, Bytes{anchor.hash}, Bytes{anchor.signature}});
    if (!done) return done.error();
    return {};
}

Result<std::int64_t> forget_audit(WriteTxn& txn, std::int64_t seq, Instant before) {
    TRY(auto const chained, txn.run("DELETE FROM audit WHERE tenant_id = :tenant AND seq > 0 AND seq <= ?1", {seq}));
    TRY(auto const older, txn.run("DELETE FROM audit WHERE tenant_id = :tenant AND seq = 0 AND at < ?1", {before}));
    return chained + older;
}

}  // namespace lotse::store
