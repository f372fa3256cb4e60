// SPDX-License-Identifier: Apache-2.0
#include "store/audit.h"

#include <limits>

#include "base/text.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kFrom =
    "SELECT id, at, agent_id, credential, origin, action, is_refused, object_kind, object_id, object_name, changes "
    "FROM audit WHERE tenant_id = :tenant";
constexpr SqlPiece kPlace = " AND at >= ?1 AND (at, id) < (?2, ?3) ORDER BY at DESC, id DESC LIMIT ?4";

AuditEntry read_entry(Row const& row) {
    AuditEntry out;
    out.id = row.id<domain::AuditTag>(0);
    out.call.at = row.at(1);
    out.call.agent = row.id<domain::AgentTag>(2);
    out.call.credential = row.text(3);
    out.call.origin = row.text(4);
    out.call.action = row.text(5);
    out.call.is_refused = row.flag(6);
    out.call.object_kind = row.text(7);
    out.call.object_id = row.integer(8);
    out.call.object_name = row.text(9);
    out.call.changes = row.text(10);
    return out;
}

std::string_view statement_for(AuditQuery const& query, std::vector<Value>& values) {
    if (!query.object_kind.empty() && query.object_id != 0) {
        values.emplace_back(query.object_kind);
        values.emplace_back(query.object_id);
        if (!query.agent) return sql<kFrom, " AND object_kind = ?5 AND object_id = ?6", kPlace>;
        values.emplace_back(query.agent);
        return sql<kFrom, " AND object_kind = ?5 AND object_id = ?6 AND agent_id = ?7", kPlace>;
    }
    if (!query.object_kind.empty()) {
        values.emplace_back(query.object_kind);
        if (!query.agent) return sql<kFrom, " AND object_kind = ?5", kPlace>;
        values.emplace_back(query.agent);
        return sql<kFrom, " AND object_kind = ?5 AND agent_id = ?6", kPlace>;
    }
    if (!query.agent) return sql<kFrom, kPlace>;
    values.emplace_back(query.agent);
    return sql<kFrom, " AND agent_id = ?5", kPlace>;
}

}  // namespace

Result<void> record_call(WriteTxn& txn, domain::CallNote const& call, std::int64_t made) {
    TRY(auto const id, txn.next_id("audit"));
    auto const done = txn.run(
        "INSERT INTO audit (tenant_id, id, at, agent_id, credential, origin, action, is_refused, object_kind, "
        "object_id, "
        "object_name, changes) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {id, call.at, call.agent, call.credential, call.origin, call.action, call.is_refused, call.object_kind,
         call.object_id != 0 ? call.object_id : made, call.object_name, call.changes});
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
                               [&](Row const& row) { out.items.push_back(read_entry(row)); });
    if (!done) return done.error();
    if (out.items.size() > static_cast<std::size_t>(query.limit)) {
        out.items.pop_back();
        auto const& last = out.items.back();
        out.next = std::to_string(micros(last.call.at)) + "." + std::to_string(last.id.value);
    }
    return out;
}

}  // namespace lotse::store
