// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/teamwork.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, agent_id, ticket_id, article_id, by_agent_id, at, read_at";

domain::Mention read_mention(Row const& row) {
    domain::Mention out;
    out.id = row.id<domain::MentionTag>(0);
    out.agent = row.id<domain::AgentTag>(1);
    out.ticket = row.id<domain::TicketTag>(2);
    out.article = row.id<domain::ArticleTag>(3);
    out.by = row.id<domain::AgentTag>(4);
    out.at = row.at(5);
    out.read_at = row.maybe_at(6);
    return out;
}

Error missing() { return not_found("mention.missing", "There is no such mention."); }

}  // namespace

Result<domain::Mention> add_mention(WriteTxn& txn, domain::Mention mention) {
    TRY(mention.id.value, txn.next_id("mention"));
    auto const done =
        txn.run(sql<"INSERT INTO mention (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7)">,
                {mention.id, mention.agent, mention.ticket, mention.article, mention.by, mention.at, mention.read_at});
    if (!done) return done.error();
    return mention;
}

Result<MentionPage> list_mentions(ReadTxn& txn, domain::AgentId agent, bool only_unread, std::string_view after,
                                  int limit) {
    std::int64_t before = INT64_MAX;
    if (!after.empty()) {
        TRY(before, read_id_cursor(after));
    }
    MentionPage page;
    TRY(page.items, list_all(txn,
                             only_unread ? sql<"SELECT ", kColumns,
                                               " FROM mention WHERE tenant_id = :tenant AND agent_id = ?1 "
                                               "AND read_at IS NULL AND id < ?2 ORDER BY id DESC LIMIT ?3">
                                         : sql<"SELECT ", kColumns,
                                               " FROM mention WHERE tenant_id = :tenant AND agent_id = ?1 "
                                               "AND id < ?2 ORDER BY id DESC LIMIT ?3">,
                             {agent, before, limit + 1}, read_mention));
    if (page.items.size() <= static_cast<std::size_t>(limit)) return page;
    page.items.pop_back();
    page.next = std::to_string(page.items.back().id.value);
    return page;
}

Result<std::int64_t> count_unread_mentions(ReadTxn& txn, domain::AgentId agent, int most) {
    std::int64_t count = 0;
    auto const done = txn.each(
        "SELECT COUNT(*) FROM (SELECT id FROM mention WHERE tenant_id = :tenant AND agent_id = ?1 AND read_at IS NULL "
        "LIMIT ?2) AS found",
        {agent, most}, [&](Row const& row) { count = row.integer(0); });
    if (!done) return done.error();
    return count;
}

Result<domain::Mention> get_mention(ReadTxn& txn, domain::MentionId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM mention WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_mention, missing);
}

Result<void> remove_mentions(WriteTxn& txn, domain::ArticleId article) {
    auto const done = txn.run("DELETE FROM mention WHERE tenant_id = :tenant AND article_id = ?1", {article});
    if (!done) return done.error();
    return {};
}

Result<void> mark_mentions_read(WriteTxn& txn, domain::AgentId agent, domain::MentionId first, domain::MentionId last,
                                Instant at) {
    auto const done = txn.run(
        "UPDATE mention SET read_at = ?4 WHERE tenant_id = :tenant AND agent_id = ?1 AND read_at IS NULL "
        "AND id >= ?2 AND id <= ?3",
        {agent, first, last, at});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
