// SPDX-License-Identifier: Apache-2.0
#include "store/articles.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, article_id, ticket_id, name, content_type, content_id, is_inline, size, sha256";

domain::Attachment read_attachment(Row const& row) {
    domain::Attachment out;
    out.id = row.id<domain::AttachmentTag>(0);
    out.article = row.id<domain::ArticleTag>(1);
    out.ticket = row.id<domain::TicketTag>(2);
    out.name = row.text(3);
    out.content_type = row.text(4);
    out.content_id = row.text(5);
    out.is_inline = row.flag(6);
    out.size = row.integer(7);
    out.sha256 = row.text(8);
    return out;
}

Error missing() { return not_found("attachment.missing", "There is no such attachment."); }

}  // namespace

Result<domain::Attachment> add_attachment(WriteTxn& txn, domain::Attachment attachment) {
    TRY(attachment.id.value, txn.next_id("attachment"));
    auto const done = txn.run(
        sql<"INSERT INTO attachment (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)">,
        {attachment.id, attachment.article, attachment.ticket, attachment.name, attachment.content_type,
         attachment.content_id, attachment.is_inline, attachment.size, attachment.sha256});
    if (!done) return done.error();
    return attachment;
}

Result<domain::Attachment> get_attachment(ReadTxn& txn, domain::AttachmentId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM attachment WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_attachment, missing);
}

Result<std::vector<domain::Attachment>> list_attachments(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(
        txn, sql<"SELECT ", kColumns, " FROM attachment WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id">,
        {ticket}, read_attachment);
}

Result<std::vector<domain::Attachment>> attachments_between(ReadTxn& txn, domain::TicketId ticket,
                                                            domain::ArticleId first, domain::ArticleId last) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM attachment WHERE tenant_id = :tenant AND ticket_id = ?1 AND article_id >= ?2 "
                        "AND article_id <= ?3 ORDER BY id">,
                    {ticket, first, last}, read_attachment);
}

Result<std::vector<domain::Attachment>> attachments_of(ReadTxn& txn, domain::TicketId ticket,
                                                       domain::ArticleId article) {
    return list_all(
        txn,
        sql<"SELECT ", kColumns,
            " FROM attachment WHERE tenant_id = :tenant AND ticket_id = ?1 AND article_id = ?2 ORDER BY id">,
        {ticket, article}, read_attachment);
}

}  // namespace lotse::store
