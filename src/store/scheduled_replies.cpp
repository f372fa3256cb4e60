// SPDX-License-Identifier: Apache-2.0
#include "store/correspondence.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "article_id, ticket_id, send_at, then_status, is_forward, agent_id, principal";

domain::ScheduledReply read_scheduled(Row const& row) {
    domain::ScheduledReply out;
    out.article = row.id<domain::ArticleTag>(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.send_at = row.at(2);
    out.then = enum_at<domain::Status>(row, 3);
    out.is_forward = row.flag(4);
    out.agent = row.id<domain::AgentTag>(5);
    out.principal = row.text(6);
    return out;
}

}  // namespace

Result<void> add_scheduled(WriteTxn& txn, domain::ScheduledReply const& reply) {
    auto const done = txn.run(
        sql<"INSERT INTO scheduled_reply (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7)">,
        {reply.article, reply.ticket, reply.send_at, stored(reply.then), reply.is_forward, reply.agent,
         reply.principal});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::ScheduledReply>> list_scheduled(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM scheduled_reply WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY article_id">,
                    {ticket}, read_scheduled);
}

Result<std::vector<domain::ScheduledReply>> due_scheduled(ReadTxn& txn, Instant now, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM scheduled_reply WHERE tenant_id = :tenant AND send_at <= ?1 "
                        "ORDER BY send_at, article_id LIMIT ?2">,
                    {now, limit}, read_scheduled);
}

Result<std::optional<Instant>> next_scheduled_at(ReadTxn& txn) {
    return find_one<Instant>(
        txn, "SELECT send_at FROM scheduled_reply WHERE tenant_id = :tenant ORDER BY send_at, article_id LIMIT 1", {},
        [](Row const& row) { return row.at(0); });
}

Result<std::optional<domain::ScheduledReply>> take_scheduled(WriteTxn& txn, domain::ArticleId article) {
    return find_one(
        txn, sql<"DELETE FROM scheduled_reply WHERE tenant_id = :tenant AND article_id = ?1 RETURNING ", kColumns>,
        {article}, read_scheduled);
}

}  // namespace lotse::store
