// SPDX-License-Identifier: Apache-2.0
#include "store/credentials.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, hash, agent_id, created_at, last_seen_at, expires_at, address, device, means, confirmed_at";

Session read_session(Row const& row) {
    return {row.id<domain::SessionTag>(0),
            std::string(row.text(1)),
            row.id<domain::AgentTag>(2),
            row.at(3),
            row.at(4),
            row.at(5),
            std::string(row.text(6)),
            std::string(row.text(7)),
            enum_at<SessionMeans>(row, 8, kSessionMeansNames.size()),
            row.at(9)};
}

Result<void> done(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    return {};
}

}  // namespace

Result<Session> add_session(WriteTxn& txn, Session session) {
    TRY(session.id.value, txn.next_id("session"));
    CHECK_OK(done(
        txn.run(sql<"INSERT INTO session (tenant_id, ", kColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)">,
                {session.id, session.hash, session.agent, session.created_at, session.last_seen_at, session.expires_at,
                 session.address, session.device, stored(session.means), session.confirmed_at})));
    return session;
}

Result<std::optional<Session>> find_session_by_hash(ReadTxn& txn, std::string_view hash) {
    return find_one(txn, sql<"SELECT ", kColumns, " FROM session WHERE tenant_id = :tenant AND hash = ?1">, {hash},
                    read_session);
}

// A session that was removed meanwhile stays removed.
Result<void> touch_session(WriteTxn& txn, domain::SessionId id, Instant at) {
    return done(txn.run("UPDATE session SET last_seen_at = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, at}));
}

Result<void> remove_session(WriteTxn& txn, domain::SessionId id) {
    return done(txn.run("DELETE FROM session WHERE tenant_id = :tenant AND id = ?1", {id}));
}

Result<void> remove_sessions_of(WriteTxn& txn, domain::AgentId agent) {
    return done(txn.run("DELETE FROM session WHERE tenant_id = :tenant AND agent_id = ?1", {agent}));
}

Result<std::optional<Session>> find_session(ReadTxn& txn, domain::SessionId id) {
    return find_one(txn, sql<"SELECT ", kColumns, " FROM session WHERE tenant_id = :tenant AND id = ?1">, {id},
                    read_session);
}

Result<std::vector<Session>> list_sessions_of(ReadTxn& txn, domain::AgentId agent) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM session WHERE tenant_id = :tenant AND agent_id = ?1 ORDER BY id DESC LIMIT 200">,
                    {agent}, read_session);
}

Result<void> confirm_session(WriteTxn& txn, domain::SessionId id, Instant at) {
    return done(txn.run("UPDATE session SET confirmed_at = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, at}));
}

Result<void> forget_sessions(WriteTxn& txn, Instant expired_before) {
    return done(txn.run("DELETE FROM session WHERE tenant_id = :tenant AND expires_at < ?1", {expired_before}));
}

}  // namespace lotse::store
