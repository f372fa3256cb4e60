// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"

#include <limits>

#include "base/crypto.h"
#include "base/text.h"
#include "store/audit_chain.h"
#include "store/audit_row.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kFrom = " FROM audit WHERE tenant_id = :tenant";
constexpr SqlPiece kPlace = " AND at >= ?1 AND (at, id) < (?2, ?3) ORDER BY at DESC, id DESC LIMIT ?4";

std::string_view statement_for(AuditQuery const& query, std::vector<Value>& values) {
    if (!query.object_kind.empty() && query.object_id != 0) {
        values.emplace_back(query.object_kind);
        values.emplace_back(query.object_id);
        if (!query.agent)
            return sql<"SELECT ", kAuditColumns, kFrom, " AND object_kind = ?5 AND object_id = ?6", kPlace>;
        values.emplace_back(query.agent);
        return sql<"SELECT ", kAuditColumns, kFrom, " AND object_kind = ?5 AND object_id = ?6 AND agent_id = ?7",
                   kPlace>;
    }
    if (!query.object_kind.empty()) {
        values.emplace_back(query.object_kind);
        if (!query.agent) return sql<"SELECT ", kAuditColumns, kFrom, " AND object_kind = ?5", kPlace>;
        values.emplace_back(query.agent);
        return sql<"SELECT ", kAuditColumns, kFrom, " AND object_kind = ?5 AND agent_id = ?6", kPlace>;
    }
    if (!query.agent) return sql<"SELECT ", kAuditColumns, kFrom, kPlace>;
    values.emplace_back(query.agent);
    return sql<"SELECT ", kAuditColumns, kFrom, " AND agent_id = ?5", kPlace>;
}

}  // namespace

// The head is locked until the commit, so that the next row follows this one; it is the last that a call writes, so nobody
// waits for more than a commit.
Result<void> record_call(WriteTxn& txn, domain::CallNote const& call, std::int64_t made) {
    ChainRow row;
    row.entry.call = call;
    if (row.entry.call.object_id == 0) row.entry.call.object_id = made;
    TRY(row.entry.id.value, txn.next_id("audit"));
    std::string before;
    auto const locked = txn.each(
        "INSERT INTO audit_head (tenant_id, seq, hash) VALUES (:tenant, 1, ?1) "
        "ON CONFLICT (tenant_id) DO UPDATE SET seq = audit_head.seq + 1 RETURNING seq, hash",
        {Bytes{chain_start()}}, [&](Row const& head) {
            row.seq = head.integer(0);
            before = head.bytes(1);
        });
    if (!locked) return locked.error();
    row.salt = random_bytes(kChainHashBytes);
    row.commitment = commitment_of(row);
    row.hash = hash_of(txn.tenant(), before, row);
    auto const& told = row.entry.call;
    auto const added = txn.run(
        "INSERT INTO audit (tenant_id, id, at, agent_id, credential, origin, action, is_refused, object_kind, "
        "object_id, object_name, changes, seq, salt, commitment, hash) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        {row.entry.id, told.at, told.agent, told.credential, told.origin, told.action, told.is_refused,
         told.object_kind, told.object_id, told.object_name, told.changes, row.seq, Bytes{row.salt},
         Bytes{row.commitment}, Bytes{row.hash}});
    if (!added) return added.error();
    auto const done = txn.run("UPDATE audit_head SET hash = ?1 WHERE tenant_id = :tenant", {Bytes{row.hash}});
    if (!done) return done.error();
    return {};
}

Result<AuditPage> list_audit(ReadTxn& txn, AuditQuery const& query) {
    constexpr auto kEnd = std::numeric_limits<std::int64_t>::max();
    std::int64_t at = query.to ? micros(*query.to) : kEnd;
    std::int64_t id = query.to ? 0 : kEnd;
    if (!query.after.empty()) {
        auto const parts = split(query.after, '.');
        auto const last_at = parts.size() == 2 ? to_int(parts[0]) : std::nullopt;
        auto const last_id = parts.size() == 2 ? to_int(parts[1]) : std::nullopt;
        if (!last_at || !last_id || *last_id < 1) return bad_cursor();
        at = *last_at;
        id = *last_id;
    }
    std::vector<Value> values{query.from ? micros(*query.from) : std::int64_t{0}, at, id, query.limit + 1};
    auto const statement = statement_for(query, values);
    AuditPage out;
    auto const done = txn.each(statement, std::span<Value const>(values),
                               [&](Row const& row) { out.items.push_back(read_audit_entry(row)); });
    if (!done) return done.error();
    if (out.items.size() > static_cast<std::size_t>(query.limit)) {
        out.items.pop_back();
        auto const& last = out.items.back();
        out.next = std::to_string(micros(last.call.at)) + "." + std::to_string(last.id.value);
    }
    return out;
}

}  // namespace lotse::store
