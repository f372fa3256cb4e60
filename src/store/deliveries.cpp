// SPDX-License-Identifier: Apache-2.0
// What doors brought: the message as it came, and the keys of deliveries that are stored already.
#include "base/crypto.h"
#include "store/articles.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

RawMessage read_raw(Row const& row) { return {row.bytes(0), std::string(row.text(1)), row.integer(2)}; }
Delivery read_delivery(Row const& row) { return {row.id<domain::TicketTag>(0), row.id<domain::ArticleTag>(1)}; }
Error no_raw() { return not_found("article.no_raw", "The original of this message was not kept."); }

}  // namespace

Result<void> add_raw(WriteTxn& txn, domain::ArticleId article, RawMessage const& raw) {
    auto const done = txn.run(
        "INSERT INTO raw_message (tenant_id, article_id, size, sha256, bytes) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4)",
        {article, raw.size, raw.sha256, Bytes{raw.bytes}});
    if (!done) return done.error();
    return {};
}

Result<RawMessage> get_raw(ReadTxn& txn, domain::ArticleId article) {
    return get_one(txn, "SELECT bytes, sha256, size FROM raw_message WHERE tenant_id = :tenant AND article_id = ?1",
                   {article}, read_raw, no_raw);
}

Result<std::optional<Delivery>> find_delivery(ReadTxn& txn, std::string_view key) {
    return find_one(txn, "SELECT ticket_id, article_id FROM delivery WHERE tenant_id = :tenant AND key_hash = ?1",
                    {Bytes{sha256(key)}}, read_delivery);
}

// Two doors that bring one message at the same moment: the second one stores nothing, and when it comes again it finds
// the ticket of the first.
Result<void> add_delivery(WriteTxn& txn, std::string_view key, std::string_view door, Delivery delivery, Instant at) {
    TRY(auto const added, txn.run("INSERT INTO delivery (tenant_id, key_hash, door, ticket_id, article_id, at) "
                                  "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (tenant_id, key_hash) DO NOTHING",
                                  {Bytes{sha256(key)}, door, delivery.ticket, delivery.article, at}));
    if (added == 1) return {};
    return unavailable("delivery.in_flight", "The same message is being stored at this moment. Please send it again.");
}

}  // namespace lotse::store
