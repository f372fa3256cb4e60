// SPDX-License-Identifier: Apache-2.0
#include "store/views.h"

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, owner_id, position, name, query, sort, columns, queues";

domain::View read_view(Row const& row) {
    domain::View out;
    out.id = row.id<domain::ViewTag>(0);
    out.version = row.integer(1);
    out.owner = row.id<domain::AgentTag>(2);
    out.position = row.integer(3);
    out.name = row.text(4);
    out.query = row.text(5);
    out.sort = row.text(6);
    out.columns = strings_in(array_column(row, 7));
    for (auto const& queue : array_column(row, 8)) out.queues.emplace_back(queue.to_number<std::int64_t>());
    return out;
}

std::string queues_text(domain::View const& view) {
    JsonArray ids;
    for (auto const queue : view.queues) ids.emplace_back(queue.value);
    return to_string(Json(std::move(ids)));
}

Error missing() { return not_found("view.missing", "There is no such view."); }
Error stale() { return conflict("view.stale_version", "Somebody has changed this view meanwhile; read it again."); }
Error taken(Error error) {
    return renamed(std::move(error), {{"/name", "/name", "view.name_taken", "You have a view of this name already."}});
}

}  // namespace

Result<domain::View> add_view(WriteTxn& txn, domain::View view) {
    TRY(auto const all, list_views(txn));
    if (all.size() >= static_cast<std::size_t>(kMostViews))
        return conflict("view.too_many", "This desk has as many views as it can hold; please remove one first.");
    TRY(view.id.value, txn.next_id("view"));
    view.version = 1;
    auto const done = txn.run(
        sql<"INSERT INTO saved_view (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)">,
        {view.id, view.owner, view.position, view.name, view.query, view.sort, array_text(view.columns),
         queues_text(view)});
    if (!done) return taken(done.error());
    return view;
}

Result<domain::View> get_view(ReadTxn& txn, domain::ViewId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM saved_view WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_view, missing);
}

Result<domain::View> update_view(WriteTxn& txn, domain::View view) {
    auto const done = txn.run(
        "UPDATE saved_view SET version = version + 1, owner_id = ?3, position = ?4, name = ?5, query = ?6, sort = ?7, "
        "columns = ?8, queues = ?9 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {view.id, view.version, view.owner, view.position, view.name, view.query, view.sort, array_text(view.columns),
         queues_text(view)});
    if (!done) return taken(done.error());
    CHECK_OK(check_updated(*done, get_view(txn, view.id), stale));
    ++view.version;
    return view;
}

Result<void> remove_view(WriteTxn& txn, domain::ViewId id) {
    TRY(auto const removed, txn.run("DELETE FROM saved_view WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (removed == 0) return missing();
    return {};
}

Result<std::vector<domain::View>> list_views(ReadTxn& txn) {
    return list_all(
        txn, sql<"SELECT ", kColumns, " FROM saved_view WHERE tenant_id = :tenant ORDER BY position, id LIMIT 500">, {},
        read_view);
}

}  // namespace lotse::store
