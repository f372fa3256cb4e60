// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "store/rows.h"
#include "store/sql_text.h"
#include "store/teamwork.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "ticket_id, id, position, done_at, done_by_id, created_at, text";

domain::ChecklistItem read_item(Row const& row) {
    domain::ChecklistItem out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.id = row.id<domain::ChecklistItemTag>(1);
    out.position = row.integer(2);
    out.done_at = row.maybe_at(3);
    out.done_by = row.id<domain::AgentTag>(4);
    out.created_at = row.at(5);
    out.text = row.text(6);
    return out;
}

Error missing() { return not_found("checklist.missing", "There is no such item in this checklist."); }

}  // namespace

Result<domain::ChecklistItem> add_item(WriteTxn& txn, domain::ChecklistItem item) {
    TRY(item.id.value, txn.next_id("checklist_item"));
    auto const last = txn.each("SELECT MAX(position) FROM checklist_item WHERE tenant_id = :tenant AND ticket_id = ?1",
                               {item.ticket}, [&](Row const& row) { item.position = row.integer(0) + 1; });
    if (!last) return last.error();
    auto const done = txn.run(
        sql<"INSERT INTO checklist_item (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7)">,
        {item.ticket, item.id, item.position, item.done_at, item.done_by, item.created_at, item.text});
    if (!done) return done.error();
    return item;
}

Result<domain::ChecklistItem> get_item(ReadTxn& txn, domain::TicketId ticket, domain::ChecklistItemId id) {
    return get_one(
        txn, sql<"SELECT ", kColumns, " FROM checklist_item WHERE tenant_id = :tenant AND ticket_id = ?1 AND id = ?2">,
        {ticket, id}, read_item, missing);
}

Result<void> update_item(WriteTxn& txn, domain::ChecklistItem const& item) {
    TRY(auto const changed, txn.run("UPDATE checklist_item SET position = ?3, done_at = ?4, done_by_id = ?5, text = ?6 "
                                    "WHERE tenant_id = :tenant AND ticket_id = ?1 AND id = ?2",
                                    {item.ticket, item.id, item.position, item.done_at, item.done_by, item.text}));
    if (changed == 0) return missing();
    return {};
}

Result<void> remove_item(WriteTxn& txn, domain::TicketId ticket, domain::ChecklistItemId id) {
    TRY(auto const gone,
        txn.run("DELETE FROM checklist_item WHERE tenant_id = :tenant AND ticket_id = ?1 AND id = ?2", {ticket, id}));
    if (gone == 0) return missing();
    return {};
}

// A list has at most a hundred items (desk/checklist), so they are put in order here.
Result<std::vector<domain::ChecklistItem>> list_items(ReadTxn& txn, domain::TicketId ticket) {
    TRY(auto items,
        list_all(
            txn,
            sql<"SELECT ", kColumns, " FROM checklist_item WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id">,
            {ticket}, read_item));
    std::ranges::sort(items, {}, [](auto const& item) { return std::pair(item.position, item.id); });
    return items;
}

}  // namespace lotse::store
