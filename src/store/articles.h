// SPDX-License-Identifier: Apache-2.0
// Articles, attachments, and the raw bytes of messages.
#pragma once

#include <string>
#include <vector>

#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Article> add_article(WriteTxn& txn, domain::Article article);  // id is given here
Result<domain::Article> get_article(ReadTxn& txn, domain::ArticleId id);      // not_found "article.missing"
// Oldest first; at most `limit` with id > after.
Result<std::vector<domain::Article>> list_articles(ReadTxn& txn, domain::TicketId ticket, domain::ArticleId after = {},
                                                   int limit = 500);
// The newest `limit` with id < before (0: of all), oldest first.
Result<std::vector<domain::Article>> list_articles_before(ReadTxn& txn, domain::TicketId ticket,
                                                          domain::ArticleId before, int limit);
Result<std::int64_t> count_articles(ReadTxn& txn, domain::TicketId ticket);
// With its attachments; an article without raw message only. not_found "article.missing".
Result<void> remove_article(WriteTxn& txn, domain::ArticleId id);
Result<domain::Attachment> add_attachment(WriteTxn& txn, domain::Attachment attachment);
Result<domain::Attachment> get_attachment(ReadTxn& txn, domain::AttachmentId id);
Result<std::vector<domain::Attachment>> list_attachments(ReadTxn& txn, domain::TicketId ticket);
// Of articles with first <= id <= last.
Result<std::vector<domain::Attachment>> attachments_between(ReadTxn& txn, domain::TicketId ticket,
                                                            domain::ArticleId first, domain::ArticleId last);
Result<std::vector<domain::Attachment>> attachments_of(ReadTxn& txn, domain::TicketId ticket,
                                                       domain::ArticleId article);

// The message as it came. Small ones are kept in the row (durable with the commit); large ones as a blob whose
// content address is stored instead.
struct RawMessage {
    std::string bytes;   // "" if it is a blob
    std::string sha256;  // of the blob; "" if bytes are here
    std::int64_t size = 0;
};
Result<void> add_raw(WriteTxn& txn, domain::ArticleId article, RawMessage const& raw);
Result<RawMessage> get_raw(ReadTxn& txn, domain::ArticleId article);  // not_found "article.no_raw"

// Deliveries that were accepted: the same key again gives the same article.
struct Delivery {
    domain::TicketId ticket;
    domain::ArticleId article;
};
Result<std::optional<Delivery>> find_delivery(ReadTxn& txn, std::string_view key);
Result<void> add_delivery(WriteTxn& txn, std::string_view key, std::string_view door, Delivery delivery, Instant at);

}  // namespace lotse::store
