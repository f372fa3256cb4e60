// SPDX-License-Identifier: Apache-2.0
#include "store/label_requests.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

using domain::LabelDecision;

constexpr SqlPiece kColumns =
    "id, ticket_id, event_id, agent_id, at, took_ms, kind, is_taken_back, first_by_id, field, value, first_value, "
    "principal";

LabelDecision read_decision(Row const& row) {
    LabelDecision out;
    out.id = row.id<domain::LabelDecisionTag>(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.event = row.id<domain::EventTag>(2);
    out.agent = row.id<domain::AgentTag>(3);
    out.at = row.at(4);
    out.took = std::chrono::milliseconds{row.integer(5)};
    out.kind = enum_at<domain::AskKind>(row, 6);
    out.is_taken_back = row.flag(7);
    out.first_by = row.id<domain::AgentTag>(8);
    out.field = row.text(9);
    out.value = row.text(10);
    out.first_value = row.text(11);
    out.principal = row.text(12);
    return out;
}

Error missing() { return not_found("label.missing", "There is no such decision."); }

std::int64_t milliseconds(Duration took) { return std::chrono::duration_cast<std::chrono::milliseconds>(took).count(); }

}  // namespace

Result<LabelDecision> add_label_decision(WriteTxn& txn, LabelDecision d) {
    TRY(d.id.value, txn.next_id("label_decision"));
    auto const done = txn.run(sql<"INSERT INTO label_decision (tenant_id, ", kColumns,
                                  ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)">,
                              {d.id, d.ticket, d.event, d.agent, d.at, milliseconds(d.took), stored(d.kind),
                               d.is_taken_back, d.first_by, d.field, d.value, d.first_value, d.principal});
    if (!done) return done.error();
    return d;
}

Result<LabelDecision> get_label_decision(ReadTxn& txn, domain::LabelDecisionId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM label_decision WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_decision, missing);
}

Result<bool> mark_taken_back(WriteTxn& txn, domain::LabelDecisionId id) {
    TRY(auto const changed, txn.run("UPDATE label_decision SET is_taken_back = 1 "
                                    "WHERE tenant_id = :tenant AND id = ?1 AND is_taken_back = 0",
                                    {id}));
    return changed == 1;
}

Result<std::vector<LabelDecision>> list_second_looks(ReadTxn& txn, Instant since, int limit) {
    TRY(auto all, list_all(txn,
                           sql<"SELECT ", kColumns,
                               " FROM label_decision WHERE tenant_id = :tenant AND kind = 3 AND at >= ?1 "
                               "ORDER BY at DESC, id DESC LIMIT ?2">,
                           {since, limit}, read_decision));
    std::erase_if(all, [](auto const& one) { return one.is_taken_back; });
    return all;
}

Result<std::vector<Duration>> list_decision_times(ReadTxn& txn, Instant since, int limit) {
    return list_all<Duration>(txn,
                              "SELECT took_ms FROM label_decision WHERE tenant_id = :tenant AND at >= ?1 "
                              "ORDER BY at DESC, id DESC LIMIT ?2",
                              {since, limit},
                              [](Row const& row) { return Duration{std::chrono::milliseconds{row.integer(0)}}; });
}

}  // namespace lotse::store
