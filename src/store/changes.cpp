// SPDX-License-Identifier: Apache-2.0
// What was changed, and what triage had said.
#include "store/change_row.h"
#include "store/events.h"
#include "store/rows.h"
#include "store/work_days.h"

namespace lotse::store {
namespace {

// ["queue", "3", "5", {"source": ...}]
Json change_json(domain::Change const& change) {
    return JsonArray{Json(change.field), Json(change.from), Json(change.to), Json(domain::to_json(change.because))};
}

std::string text_of(Json const& value) {
    must(value.is_string(), "a text in a stored change");
    return {value.get_string().data(), value.get_string().size()};
}

}  // namespace

std::vector<domain::Change> changes_from(JsonArray const& stored) {
    std::vector<domain::Change> changes;
    for (auto const& entry : stored) {
        must(entry.is_array() && entry.get_array().size() == 4 && entry.get_array()[3].is_object(), "a stored change");
        auto const& parts = entry.get_array();
        changes.push_back(
            {text_of(parts[0]), text_of(parts[1]), text_of(parts[2]), domain::because_from(parts[3].get_object())});
    }
    return changes;
}

Result<void> add_changes(WriteTxn& txn, domain::EventId event, domain::TicketId ticket,
                         std::vector<domain::Change> const& changes, Instant at) {
    if (changes.empty()) return {};
    JsonArray all;
    for (auto const& change : changes) all.push_back(change_json(change));
    TRY(auto const id, txn.next_id("change_set"));
    auto const done = txn.run(
        "INSERT INTO change_set (tenant_id, ticket_id, id, event_id, at, changes) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5)",
        {ticket, id, event, at, to_string(Json(std::move(all)))});
    if (!done) return done.error();
    return note_given(txn, event, ticket, changes, at);
}

Result<std::vector<StoredChange>> list_changes(ReadTxn& txn, domain::TicketId ticket) {
    std::vector<StoredChange> out;
    auto const done = txn.each(
        "SELECT event_id, at, changes FROM change_set WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id",
        {ticket}, [&](Row const& row) {
            for (auto& change : changes_from(array_column(row, 2)))
                out.push_back({row.id<domain::EventTag>(0), std::move(change), row.at(1)});
        });
    if (!done) return done.error();
    return out;
}

Result<std::vector<StoredChange>> list_changes_between(ReadTxn& txn, domain::TicketId ticket, domain::EventId first,
                                                       domain::EventId last) {
    std::vector<StoredChange> out;
    auto const done = txn.each(
        "SELECT event_id, at, changes FROM change_set WHERE tenant_id = :tenant AND ticket_id = ?1 AND event_id >= ?2 "
        "AND event_id <= ?3 ORDER BY id",
        {ticket, first, last}, [&](Row const& row) {
            for (auto& change : changes_from(array_column(row, 2)))
                out.push_back({row.id<domain::EventTag>(0), std::move(change), row.at(1)});
        });
    if (!done) return done.error();
    return out;
}

Result<void> add_suggestion(WriteTxn& txn, domain::EventId event, domain::TicketId ticket,
                            domain::Suggestion const& suggestion, Instant at) {
    TRY(auto const id, txn.next_id("suggestion"));
    auto const done = txn.run(
        "INSERT INTO suggestion (tenant_id, ticket_id, id, event_id, at, document) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5)",
        {ticket, id, event, at, to_string(domain::to_json(suggestion))});
    if (!done) return done.error();
    return {};
}

Result<std::optional<domain::Suggestion>> last_suggestion(ReadTxn& txn, domain::TicketId ticket) {
    return find_one<domain::Suggestion>(
        txn, "SELECT document FROM suggestion WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id DESC LIMIT 1",
        {ticket}, [](Row const& row) { return domain::suggestion_from(object_column(row, 0)); });
}

}  // namespace lotse::store
