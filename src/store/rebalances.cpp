// SPDX-License-Identifier: Apache-2.0
#include "store/rebalances.h"

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, queue_id, by_agent_id, at, undone_at, cause, moves";

Rebalance read_rebalance(Row const& row) {
    Rebalance out;
    out.id = row.id<RebalanceTag>(0);
    out.queue = row.id<domain::QueueTag>(1);
    out.by = row.id<domain::AgentTag>(2);
    out.at = row.at(3);
    out.undone_at = row.maybe_at(4);
    out.cause = row.text(5);
    for (auto const& item : array_column(row, 6)) {
        auto const& move = item.as_array();
        out.moves.push_back({domain::TicketId{move.at(0).to_number<std::int64_t>()},
                             domain::AgentId{move.at(1).to_number<std::int64_t>()},
                             domain::AgentId{move.at(2).to_number<std::int64_t>()}});
    }
    return out;
}

Error missing() { return not_found("rebalance.missing", "There is no such dealing out."); }

}  // namespace

Result<Rebalance> add_rebalance(WriteTxn& txn, Rebalance rebalance) {
    TRY(rebalance.id.value, txn.next_id("rebalance"));
    JsonArray moves;
    for (auto const& move : rebalance.moves)
        moves.push_back(JsonArray{move.ticket.value, move.from.value, move.to.value});
    auto const done =
        txn.run(sql<"INSERT INTO rebalance (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7)">,
                {rebalance.id, rebalance.queue, rebalance.by, rebalance.at, rebalance.undone_at, rebalance.cause,
                 to_string(moves)});
    if (!done) return done.error();
    return rebalance;
}

Result<Rebalance> get_rebalance(ReadTxn& txn, RebalanceId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM rebalance WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_rebalance, missing);
}

Result<bool> mark_rebalance_undone(WriteTxn& txn, RebalanceId id, Instant at) {
    TRY(auto const rows, txn.run("UPDATE rebalance SET undone_at = ?2 WHERE tenant_id = :tenant AND id = ?1 AND "
                                 "undone_at IS NULL",
                                 {id, at}));
    return rows == 1;
}

Result<std::vector<Rebalance>> list_rebalances(ReadTxn& txn, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns, " FROM rebalance WHERE tenant_id = :tenant ORDER BY id DESC LIMIT ?1">,
                    {limit}, read_rebalance);
}

}  // namespace lotse::store
