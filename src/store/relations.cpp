// SPDX-License-Identifier: Apache-2.0
#include "store/relations.h"

#include <set>

#include "store/rows.h"
#include "store/search_index.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kMergeColumns = "source_id, target_id, agent_id, at, before";

Json instant_json(std::optional<Instant> const& at) { return at ? Json(micros(*at)) : Json(nullptr); }

std::optional<Instant> instant_in(JsonObject const& object, std::string_view key) {
    auto const* value = object.if_contains(key);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return instant(int_at(object, key));
}

std::string before_text(domain::Merge const& merge) {
    JsonArray timers;
    for (auto const& timer : merge.timers)
        timers.push_back(
            JsonArray{Json(stored(timer.kind)), Json(micros(timer.due_at)), Json(timer.percent), Json(timer.round)});
    JsonArray articles;
    for (auto const id : merge.articles) articles.emplace_back(id.value);
    return to_string(JsonObject{{"status", stored(merge.status)},
                                {"solved_at", instant_json(merge.solved_at)},
                                {"closed_at", instant_json(merge.closed_at)},
                                {"first_reply_due_at", instant_json(merge.first_reply_due_at)},
                                {"solution_due_at", instant_json(merge.solution_due_at)},
                                {"next_reply_due_at", instant_json(merge.next_reply_due_at)},
                                {"update_due_at", instant_json(merge.update_due_at)},
                                {"handover_due_at", instant_json(merge.handover_due_at)},
                                {"timers", std::move(timers)},
                                {"articles", std::move(articles)}});
}

domain::Merge read_merge(Row const& row) {
    domain::Merge out;
    out.source = row.id<domain::TicketTag>(0);
    out.target = row.id<domain::TicketTag>(1);
    out.agent = row.id<domain::AgentTag>(2);
    out.at = row.at(3);
    auto const before = object_column(row, 4);
    out.status = static_cast<domain::Status>(int_at(before, "status"));
    out.solved_at = instant_in(before, "solved_at");
    out.closed_at = instant_in(before, "closed_at");
    out.first_reply_due_at = instant_in(before, "first_reply_due_at");
    out.solution_due_at = instant_in(before, "solution_due_at");
    out.next_reply_due_at = instant_in(before, "next_reply_due_at");
    out.update_due_at = instant_in(before, "update_due_at");
    out.handover_due_at = instant_in(before, "handover_due_at");
    for (auto const& timer : array_at(before, "timers")) {
        must(timer.is_array() && timer.get_array().size() >= 2, "a stored timer of a merge");
        auto const& parts = timer.get_array();
        out.timers.push_back({out.source, static_cast<domain::TimerKind>(parts[0].to_number<int>()),
                              instant(parts[1].to_number<std::int64_t>())});
        if (parts.size() < 4) continue;  // from before there were rungs
        out.timers.back().percent = parts[2].to_number<int>();
        out.timers.back().round = std::string(parts[3].get_string());
    }
    for (auto const& id : array_at(before, "articles")) out.articles.emplace_back(id.to_number<std::int64_t>());
    return out;
}

Result<bool> put_one(WriteTxn& txn, domain::TicketId ticket, domain::Link link) {
    TRY(auto const changed,
        txn.run("INSERT INTO ticket_link (tenant_id, ticket_id, other_id, kind) VALUES (:tenant, ?1, ?2, ?3) "
                "ON CONFLICT (tenant_id, ticket_id, other_id) DO UPDATE SET kind = excluded.kind "
                "WHERE ticket_link.kind <> excluded.kind",
                {ticket, link.other, stored(link.kind)}));
    return changed > 0;
}

Result<bool> remove_one(WriteTxn& txn, domain::TicketId ticket, domain::TicketId other) {
    TRY(auto const removed,
        txn.run("DELETE FROM ticket_link WHERE tenant_id = :tenant AND ticket_id = ?1 AND other_id = ?2",
                {ticket, other}));
    return removed > 0;
}

}  // namespace

Result<bool> put_link(WriteTxn& txn, domain::TicketId ticket, domain::Link link) {
    TRY(auto const changed, put_one(txn, ticket, link));
    TRY([[maybe_unused]] auto const there, put_one(txn, link.other, {ticket, domain::seen_from_there(link.kind)}));
    return changed;
}

Result<bool> remove_link(WriteTxn& txn, domain::TicketId ticket, domain::TicketId other) {
    TRY(auto const changed, remove_one(txn, ticket, other));
    TRY([[maybe_unused]] auto const there, remove_one(txn, other, ticket));
    return changed;
}

Result<std::vector<domain::Link>> list_links(ReadTxn& txn, domain::TicketId ticket) {
    std::vector<domain::Link> out;
    auto const done = txn.each(
        "SELECT other_id, kind FROM ticket_link WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY other_id",
        {ticket},
        [&](Row const& row) { out.push_back({row.id<domain::TicketTag>(0), enum_at<domain::LinkKind>(row, 1)}); });
    if (!done) return done.error();
    return out;
}

Result<void> add_merge(WriteTxn& txn, domain::Merge const& merge) {
    auto const done =
        txn.run(sql<"INSERT INTO ticket_merge (tenant_id, ", kMergeColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5)">,
                {merge.source, merge.target, merge.agent, merge.at, before_text(merge)});
    if (!done) return done.error();
    return {};
}

Result<std::optional<domain::Merge>> find_merge(ReadTxn& txn, domain::TicketId source) {
    return find_one(txn,
                    sql<"SELECT ", kMergeColumns, " FROM ticket_merge WHERE tenant_id = :tenant AND source_id = ?1">,
                    {source}, read_merge);
}

Result<void> remove_merge(WriteTxn& txn, domain::TicketId source) {
    auto const done = txn.run("DELETE FROM ticket_merge WHERE tenant_id = :tenant AND source_id = ?1", {source});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::Merge>> list_merges_into(ReadTxn& txn, domain::TicketId target) {
    return list_all(txn,
                    sql<"SELECT ", kMergeColumns,
                        " FROM ticket_merge WHERE tenant_id = :tenant AND target_id = ?1 ORDER BY source_id">,
                    {target}, read_merge);
}

Result<void> add_split(WriteTxn& txn, domain::TicketId ticket, domain::TicketId origin, Instant at) {
    auto const done =
        txn.run("INSERT INTO ticket_split (tenant_id, ticket_id, origin_id, at) VALUES (:tenant, ?1, ?2, ?3)",
                {ticket, origin, at});
    if (!done) return done.error();
    return {};
}

Result<std::optional<domain::TicketId>> find_split_origin(ReadTxn& txn, domain::TicketId ticket) {
    return find_one<domain::TicketId>(txn,
                                      "SELECT origin_id FROM ticket_split WHERE tenant_id = :tenant AND ticket_id = ?1",
                                      {ticket}, [](Row const& row) { return row.id<domain::TicketTag>(0); });
}

Result<std::vector<domain::ArticleId>> article_ids(ReadTxn& txn, domain::TicketId ticket) {
    return list_all<domain::ArticleId>(
        txn, "SELECT id FROM article WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id", {ticket},
        [](Row const& row) { return row.id<domain::ArticleTag>(0); });
}

Result<int> move_articles(WriteTxn& txn, domain::TicketId from, domain::TicketId to,
                          std::vector<domain::ArticleId> const& articles) {
    std::set<std::int64_t> moved;
    for (auto const id : articles) {
        TRY(auto const changed, txn.run("UPDATE article SET ticket_id = ?3 "
                                        "WHERE tenant_id = :tenant AND id = ?1 AND ticket_id = ?2",
                                        {id, from, to}));
        if (changed > 0) moved.insert(id.value);
    }
    std::vector<domain::AttachmentId> files;
    auto const read = txn.each("SELECT id, article_id FROM attachment WHERE tenant_id = :tenant AND ticket_id = ?1",
                               {from}, [&](Row const& row) {
                                   if (moved.contains(row.integer(1)))
                                       files.push_back(row.id<domain::AttachmentTag>(0));
                               });
    if (!read) return read.error();
    for (auto const id : files) {
        auto const done =
            txn.run("UPDATE attachment SET ticket_id = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, to});
        if (!done) return done.error();
    }
    CHECK_OK(mark_for_search(txn, from));
    CHECK_OK(mark_for_search(txn, to));
    return static_cast<int>(moved.size());
}

}  // namespace lotse::store
