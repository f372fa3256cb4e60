// SPDX-License-Identifier: Apache-2.0
#include "store/articles.h"

#include <algorithm>

#include "store/article_text.h"
#include "store/rows.h"
#include "store/search_index.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, ticket_id, kind, author, agent_id, channel, proof, is_automatic, is_quarantined, created_at, language, "
    "from_name, from_address, recipients, cc, message_id, subject, remark, parts, text, html";

domain::Article read_article(Row const& row) {
    domain::Article out;
    out.id = row.id<domain::ArticleTag>(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.kind = enum_at<domain::ArticleKind>(row, 2);
    out.author = enum_at<domain::Author>(row, 3);
    out.agent = row.id<domain::AgentTag>(4);
    out.channel = enum_at<domain::Channel>(row, 5);
    out.proof = enum_at<domain::SenderProof>(row, 6);
    out.is_automatic = row.flag(7);
    out.is_quarantined = row.flag(8);
    out.created_at = row.at(9);
    out.language = row.text(10);
    out.from_name = row.text(11);
    out.from_address = row.text(12);
    out.to = row.text(13);
    out.cc = row.text(14);
    out.message_id = row.text(15);
    out.subject = row.text(16);
    out.remark = row.text(17);
    out.text = row.text(19);
    out.html = row.text(20);
    restore_parts(out, array_column(row, 18));
    return out;
}

Error missing() { return not_found("article.missing", "There is no such message."); }

}  // namespace

Result<domain::Article> add_article(WriteTxn& txn, domain::Article article) {
    TRY(article.id.value, txn.next_id("article"));
    auto const done = txn.run(
        sql<"INSERT INTO article (tenant_id, ", kColumns,
            ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
            "?20, ?21)">,
        {article.id,
         article.ticket,
         stored(article.kind),
         stored(article.author),
         article.agent,
         stored(article.channel),
         stored(article.proof),
         article.is_automatic,
         article.is_quarantined,
         article.created_at,
         article.language,
         article.from_name,
         article.from_address,
         article.to,
         article.cc,
         article.message_id,
         article.subject,
         article.remark,
         parts_of(article),
         article.text,
         article.html});
    if (!done) return done.error();
    return article;
}

Result<domain::Article> get_article(ReadTxn& txn, domain::ArticleId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM article WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_article, missing);
}

Result<std::vector<domain::Article>> list_articles(ReadTxn& txn, domain::TicketId ticket, domain::ArticleId after,
                                                   int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM article WHERE tenant_id = :tenant AND ticket_id = ?1 AND id > ?2 "
                        "ORDER BY id LIMIT ?3">,
                    {ticket, after, limit}, read_article);
}

Result<std::vector<domain::Article>> list_articles_before(ReadTxn& txn, domain::TicketId ticket,
                                                          domain::ArticleId before, int limit) {
    if (!before) before.value = INT64_MAX;
    TRY(auto articles, list_all(txn,
                                sql<"SELECT ", kColumns,
                                    " FROM article WHERE tenant_id = :tenant AND ticket_id = ?1 AND id < ?2 "
                                    "ORDER BY id DESC LIMIT ?3">,
                                {ticket, before, limit}, read_article));
    std::ranges::reverse(articles);
    return articles;
}

Result<std::int64_t> count_articles(ReadTxn& txn, domain::TicketId ticket) {
    std::int64_t count = 0;
    auto const done = txn.each("SELECT COUNT(*) FROM article WHERE tenant_id = :tenant AND ticket_id = ?1", {ticket},
                               [&](Row const& row) { count = row.integer(0); });
    if (!done) return done.error();
    return count;
}

Result<void> remove_article(WriteTxn& txn, domain::ArticleId id) {
    TRY(auto const article, get_article(txn, id));
    TRY([[maybe_unused]] auto const files,
        txn.run("DELETE FROM attachment WHERE tenant_id = :tenant AND ticket_id = ?1 AND article_id = ?2",
                {article.ticket, id}));
    TRY(auto const gone, txn.run("DELETE FROM article WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return missing();
    return mark_for_search(txn, article.ticket);
}

}  // namespace lotse::store
