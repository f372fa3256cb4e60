// SPDX-License-Identifier: Apache-2.0
#include "store/ledger.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, ticket_id, event_id, score, shown, is_audit, outcome, made_at, decided_at, settled_at, field, value, decided, "
    "model, among, decided_by_id";

domain::Prediction read_prediction(Row const& row) {
    domain::Prediction out;
    out.id = row.id<domain::PredictionTag>(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.event = row.id<domain::EventTag>(2);
    out.score = row.number(3);
    out.shown = enum_at<domain::Shown>(row, 4);
    out.is_audit = row.flag(5);
    out.outcome = enum_at<domain::Outcome>(row, 6);
    out.made_at = row.at(7);
    out.decided_at = row.maybe_at(8);
    out.settled_at = row.maybe_at(9);
    out.field = row.text(10);
    out.value = row.text(11);
    out.decided = row.text(12);
    out.model = row.text(13);
    out.among = strings_in(array_column(row, 14));
    out.decided_by = row.id<domain::AgentTag>(15);
    return out;
}

// "SETTLED_AT-ID" of the last row.
struct Place {
    Instant settled_at{};
    std::int64_t id = 0;
};
Result<Place> read_place(std::string_view cursor) {
    if (cursor.empty()) return Place{instant(INT64_MAX), INT64_MAX};
    auto const dash = cursor.find('-');
    if (dash == std::string_view::npos) return bad_cursor();
    TRY(auto const at, read_id_cursor(cursor.substr(0, dash)));
    TRY(auto const id, read_id_cursor(cursor.substr(dash + 1)));
    return Place{instant(at), id};
}

}  // namespace

Result<domain::Prediction> add_prediction(WriteTxn& txn, domain::Prediction p) {
    TRY(p.id.value, txn.next_id("prediction"));
    auto const done =
        txn.run(sql<"INSERT INTO prediction (tenant_id, ", kColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)">,
                {p.id, p.ticket, p.event, p.score, stored(p.shown), p.is_audit, stored(p.outcome), p.made_at,
                 p.decided_at, p.settled_at, p.field, p.value, p.decided, p.model, array_text(p.among), p.decided_by});
    if (!done) return done.error();
    return p;
}

Result<std::vector<domain::Prediction>> list_predictions(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(
        txn, sql<"SELECT ", kColumns, " FROM prediction WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id">,
        {ticket}, read_prediction);
}

Result<void> update_prediction(WriteTxn& txn, domain::Prediction const& p) {
    auto const done = txn.run(
        "UPDATE prediction SET outcome = ?2, decided_at = ?3, settled_at = ?4, decided = ?5, decided_by_id = ?6 "
        "WHERE tenant_id = :tenant AND id = ?1",
        {p.id, stored(p.outcome), p.decided_at, p.settled_at, p.decided, p.decided_by});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::Prediction>> list_ripe_predictions(ReadTxn& txn, Instant limit, int count) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM prediction WHERE tenant_id = :tenant AND outcome = 0 AND decided_at IS NOT NULL "
                        "AND decided_at < ?1 ORDER BY decided_at, id LIMIT ?2">,
                    {limit, count}, read_prediction);
}

Result<std::vector<domain::Prediction>> list_blind_decisions(ReadTxn& txn, Instant since, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM prediction WHERE tenant_id = :tenant AND shown = 0 AND decided_at IS NOT NULL AND "
                        "decided_at >= ?1 ORDER BY decided_at DESC, id DESC LIMIT ?2">,
                    {since, limit}, read_prediction);
}

Result<std::vector<domain::Prediction>> list_acts(ReadTxn& txn, std::string_view field, Instant from, Instant until,
                                                  int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM prediction WHERE tenant_id = :tenant AND field = ?1 AND shown = 2 AND made_at >= ?2 AND "
                        "made_at <= ?3 ORDER BY made_at DESC, id DESC LIMIT ?4">,
                    {field, from, until, limit}, read_prediction);
}

Result<std::vector<domain::Prediction>> list_decisions_of(ReadTxn& txn, domain::AgentId person, Instant from,
                                                          Instant until, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM prediction WHERE tenant_id = :tenant AND decided_by_id = ?1 AND decided_by_id > 0 AND "
                        "decided_at >= ?2 AND decided_at <= ?3 ORDER BY decided_at DESC, id DESC LIMIT ?4">,
                    {person, from, until, limit}, read_prediction);
}

Result<PredictionPage> list_settled_predictions(ReadTxn& txn, std::string_view field, std::string_view value,
                                                std::string_view after, int limit) {
    TRY(auto const place, read_place(after));
    PredictionPage page;
    TRY(page.items,
        list_all(txn,
                 sql<"SELECT ", kColumns,
                     " FROM prediction WHERE tenant_id = :tenant AND field = ?1 AND value = ?2 AND settled_at IS NOT "
                     "NULL AND (settled_at < ?3 OR settled_at = ?3 AND id < ?4) "
                     "ORDER BY settled_at DESC, id DESC LIMIT ?5">,
                 {field, value, place.settled_at, place.id, limit + 1}, read_prediction));
    if (page.items.size() <= static_cast<std::size_t>(limit)) return page;
    page.items.pop_back();
    auto const& last = page.items.back();
    page.next = std::to_string(micros(*last.settled_at)) + "-" + std::to_string(last.id.value);
    return page;
}

Result<std::vector<domain::Prediction>> list_predictions_made(ReadTxn& txn, std::string_view field, Instant from,
                                                              std::optional<MadeBefore> const& before, int limit) {
    auto const place = before.value_or(MadeBefore{instant(INT64_MAX), {}});
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM prediction WHERE tenant_id = :tenant AND field = ?1 AND made_at >= ?2 AND made_at <= ?3 "
                        "AND (made_at < ?3 OR id < ?4) ORDER BY made_at DESC, id DESC LIMIT ?5">,
                    {field, from, place.made_at, place.id, limit}, read_prediction);
}

}  // namespace lotse::store
