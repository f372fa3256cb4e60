// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "store/correspondence.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "ticket_id, kind, revision, is_empty, agent_id, updated_at, recipients, cc, attachments, text, html";

std::string people_text(std::vector<domain::Recipient> const& people) {
    JsonArray out;
    for (auto const& one : people) out.push_back(JsonArray{Json(one.name), Json(one.address)});
    return to_string(Json(std::move(out)));
}

std::vector<domain::Recipient> people_in(JsonArray const& stored) {
    std::vector<domain::Recipient> out;
    for (auto const& entry : stored) {
        must(entry.is_array() && entry.get_array().size() == 2, "a stored recipient");
        auto const& pair = entry.get_array();
        must(pair[0].is_string() && pair[1].is_string(), "a stored recipient");
        out.push_back({std::string(pair[0].get_string()), std::string(pair[1].get_string())});
    }
    return out;
}

domain::Draft read_row(Row const& row) {
    domain::Draft out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.kind = enum_at<domain::ArticleKind>(row, 1);
    out.revision = row.integer(2);
    out.is_empty = row.flag(3);
    out.agent = row.id<domain::AgentTag>(4);
    out.updated_at = row.at(5);
    out.to = people_in(array_column(row, 6));
    out.cc = people_in(array_column(row, 7));
    for (auto const& id : array_column(row, 8)) {
        must(id.is_int64(), "a stored upload id");
        out.attachments.emplace_back(id.get_int64());
    }
    out.text = row.text(9);
    out.html = row.text(10);
    return out;
}

std::string ids_text(std::vector<domain::UploadId> const& ids) {
    JsonArray out;
    for (auto const id : ids) out.emplace_back(id.value);
    return to_string(Json(std::move(out)));
}

}  // namespace

Result<domain::Draft> read_draft(ReadTxn& txn, domain::TicketId ticket, domain::ArticleKind kind) {
    TRY(auto found,
        find_one(txn,
                 sql<"SELECT ", kColumns, " FROM draft WHERE tenant_id = :tenant AND ticket_id = ?1 AND kind = ?2">,
                 {ticket, stored(kind)}, read_row));
    if (found) return *std::move(found);
    domain::Draft none;
    none.ticket = ticket;
    none.kind = kind;
    return none;
}

// The condition on the revision decides between two writers, on both engines: the second finds no row to change.
Result<std::optional<domain::Draft>> write_draft(WriteTxn& txn, domain::Draft draft, std::int64_t seen) {
    draft.revision = seen + 1;
    std::initializer_list<Value> const values{draft.ticket,
                                              stored(draft.kind),
                                              draft.revision,
                                              draft.is_empty,
                                              draft.agent,
                                              draft.updated_at,
                                              people_text(draft.to),
                                              people_text(draft.cc),
                                              ids_text(draft.attachments),
                                              draft.text,
                                              draft.html};
    auto const changed = seen == 0
                             ? txn.run(sql<"INSERT INTO draft (tenant_id, ", kColumns,
                                           ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) "
                                           "ON CONFLICT (tenant_id, ticket_id, kind) DO NOTHING">,
                                       values)
                             : txn.run(
                                   "UPDATE draft SET revision = ?3, is_empty = ?4, agent_id = ?5, updated_at = ?6, "
                                   "recipients = ?7, cc = ?8, attachments = ?9, text = ?10, html = ?11 "
                                   "WHERE tenant_id = :tenant AND ticket_id = ?1 AND kind = ?2 AND revision = ?3 - 1",
                                   values);
    if (!changed) return changed.error();
    if (*changed == 0) return std::optional<domain::Draft>{};
    return std::optional(std::move(draft));
}

Result<std::int64_t> clear_draft(WriteTxn& txn, domain::TicketId ticket, domain::ArticleKind kind, Instant now) {
    std::int64_t revision = 0;
    auto const done = txn.each(
        sql<"INSERT INTO draft (tenant_id, ", kColumns,
            ") VALUES (:tenant, ?1, ?2, 1, 1, 0, ?3, '[]', '[]', '[]', '', '') "
            "ON CONFLICT (tenant_id, ticket_id, kind) DO UPDATE SET revision = draft.revision + 1, is_empty = 1, "
            "agent_id = 0, updated_at = excluded.updated_at, recipients = '[]', cc = '[]', attachments = '[]', "
            "text = '', html = '' RETURNING revision">,
        {ticket, stored(kind), now}, [&](Row const& row) { revision = row.integer(0); });
    if (!done) return done.error();
    return revision;
}

// The cursor: "time.ticket.kind" of the last one given.
Result<std::int64_t> count_drafts(ReadTxn& txn, domain::AgentId agent, int most) {
    std::int64_t count = 0;
    auto const done = txn.each(
        "SELECT COUNT(*) FROM (SELECT ticket_id FROM draft WHERE tenant_id = :tenant AND agent_id = ?1 AND is_empty = "
        "0 "
        "LIMIT ?2) AS found",
        {agent, most}, [&](Row const& row) { count = row.integer(0); });
    if (!done) return done.error();
    return count;
}

Result<DraftPage> list_drafts(ReadTxn& txn, domain::AgentId agent, std::string_view after, int limit) {
    std::int64_t at = INT64_MAX;
    std::int64_t ticket = INT64_MAX;
    std::int64_t kind = 0;
    if (!after.empty()) {
        auto const parts = split(after, '.');
        if (parts.size() != 3) return bad_cursor();
        auto const first = to_int(parts[0]);
        auto const second = to_int(parts[1]);
        auto const third = to_int(parts[2]);
        if (!first || !second || !third) return bad_cursor();
        at = *first;
        ticket = *second;
        kind = *third;
    }
    DraftPage page;
    TRY(page.items, list_all(txn,
                             sql<"SELECT ", kColumns,
                                 " FROM draft WHERE tenant_id = :tenant AND agent_id = ?1 AND is_empty = 0 "
                                 "AND (updated_at, ticket_id, kind) < (?2, ?3, ?4) "
                                 "ORDER BY updated_at DESC, ticket_id DESC, kind DESC LIMIT ?5">,
                             {agent, at, ticket, kind, limit + 1}, read_row));
    if (page.items.size() <= static_cast<std::size_t>(limit)) return page;
    page.items.pop_back();
    auto const& last = page.items.back();
    page.next = std::to_string(micros(last.updated_at)) + "." + std::to_string(last.ticket.value) + "." +
                std::to_string(stored(last.kind));
    return page;
}

}  // namespace lotse::store
