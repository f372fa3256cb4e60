// SPDX-License-Identifier: Apache-2.0
#include "store/pool.h"

#include "domain/ticket_due.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr int kMostBuckets = 500;

constexpr SqlPiece kColumns =
    "ticket_id, queue_id, category_id, language, priority, opened_at, due_at, known_by_id, customer_id, "
    "organization_id, changed_at, channel";

domain::PooledTicket read_pooled(Row const& row) {
    domain::PooledTicket out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.queue = row.id<domain::QueueTag>(1);
    out.category = row.id<domain::CategoryTag>(2);
    out.language = row.text(3);
    out.priority = enum_at<domain::Priority>(row, 4);
    out.opened_at = row.at(5);
    out.due_at = row.at(6);
    out.known_by = row.id<domain::AgentTag>(7);
    out.customer = row.id<domain::CustomerTag>(8);
    out.organization = row.id<domain::OrganizationTag>(9);
    out.changed_at = row.at(10);
    out.channel = enum_at<domain::Channel>(row, 11);
    return out;
}

// The nearest deadline of the bucket after this one: a jump through the index, not a walk.
Result<std::optional<domain::PooledTicket>> next_bucket(ReadTxn& txn, domain::QueueId queue,
                                                        domain::PooledTicket const& after) {
    return find_one(txn,
                    sql<"SELECT ", kColumns,
                        " FROM pool_ticket WHERE tenant_id = :tenant AND queue_id = ?1 AND "
                        "(category_id, language, priority) > (?2, ?3, ?4) "
                        "ORDER BY category_id, language, priority, due_at, ticket_id LIMIT 1">,
                    {queue, after.category, after.language, stored(after.priority)}, read_pooled);
}

Result<std::optional<domain::PooledTicket>> first_from(ReadTxn& txn, domain::PooledTicket const& bucket, Instant from,
                                                       std::set<domain::TicketId> const& skip) {
    std::optional<domain::PooledTicket> found;
    auto const done = txn.each(sql<"SELECT ", kColumns,
                                   " FROM pool_ticket WHERE tenant_id = :tenant AND queue_id = ?1 AND "
                                   "category_id = ?2 AND language = ?3 AND priority = ?4 AND due_at >= ?5 "
                                   "ORDER BY due_at, ticket_id LIMIT ?6">,
                               {bucket.queue, bucket.category, bucket.language, stored(bucket.priority), from,
                                static_cast<std::int64_t>(skip.size()) + 1},
                               [&](Row const& row) {
                                   if (!found && !skip.contains(row.id<domain::TicketTag>(0))) found = read_pooled(row);
                               });
    if (!done) return done.error();
    return found;
}

}  // namespace

bool may_wait(domain::Ticket const& t) {
    bool const is_ours = t.status == domain::Status::fresh || t.status == domain::Status::open;
    return is_ours && !t.agent && !t.merged_into && !t.snoozed_until;
}

domain::PooledTicket pooled(domain::Ticket const& t, domain::AgentId known_by) {
    auto const due = domain::first_due(t);
    return {t.id,
            t.queue,
            t.category,
            t.language,
            t.priority,
            t.created_at,
            due ? due->at : t.created_at + std::chrono::days{7},
            known_by,
            t.customer,
            t.organization,
            t.updated_at,
            t.channel};
}

Result<void> put_in_pool(WriteTxn& txn, domain::PooledTicket const& t) {
    auto const done =
        txn.run(sql<"INSERT INTO pool_ticket (tenant_id, ", kColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (tenant_id, "
                    "ticket_id) DO UPDATE "
                    "SET queue_id = excluded.queue_id, category_id = excluded.category_id, language = "
                    "excluded.language, priority = excluded.priority, opened_at = excluded.opened_at, due_at = "
                    "excluded.due_at, known_by_id = excluded.known_by_id, customer_id = excluded.customer_id, "
                    "organization_id = excluded.organization_id, changed_at = excluded.changed_at, "
                    "channel = excluded.channel">,
                {t.ticket, t.queue, t.category, t.language, stored(t.priority), t.opened_at, t.due_at, t.known_by,
                 t.customer, t.organization, t.changed_at, stored(t.channel)});
    if (!done) return done.error();
    return {};
}

Result<void> take_out_of_pool(WriteTxn& txn, domain::TicketId ticket) {
    auto const done = txn.run("DELETE FROM pool_ticket WHERE tenant_id = :tenant AND ticket_id = ?1", {ticket});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::PooledTicket>> pool_heads(ReadTxn& txn, domain::QueueId queue, Instant in_time_from,
                                                     std::set<domain::TicketId> const& skip) {
    std::vector<domain::PooledTicket> out;
    domain::PooledTicket after;
    after.category = domain::CategoryId{-1};
    for (int i = 0; i < kMostBuckets; ++i) {
        TRY(auto head, next_bucket(txn, queue, after));
        if (!head) break;
        after = *head;
        if (skip.contains(head->ticket)) {
            TRY(head, first_from(txn, after, Instant::min(), skip));
        }
        if (!head) continue;
        out.push_back(*head);
        if (head->due_at >= in_time_from) continue;
        TRY(auto in_time, first_from(txn, after, in_time_from, skip));
        if (in_time) out.push_back(*std::move(in_time));
    }
    return out;
}

Result<std::vector<domain::PooledTicket>> pool_of_acquaintances(ReadTxn& txn, domain::AgentId agent, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM pool_ticket WHERE tenant_id = :tenant AND known_by_id = ?1 AND known_by_id <> 0 "
                        "ORDER BY due_at, ticket_id LIMIT ?2">,
                    {agent, limit}, read_pooled);
}

Result<std::vector<domain::PooledTicket>> pool_changed_since(ReadTxn& txn, Instant since, domain::TicketId after,
                                                             int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM pool_ticket WHERE tenant_id = :tenant AND (changed_at, ticket_id) > (?1, ?2) "
                        "ORDER BY changed_at, ticket_id LIMIT ?3">,
                    {since, after, limit}, read_pooled);
}

Result<std::optional<domain::PooledTicket>> find_in_pool(ReadTxn& txn, domain::TicketId ticket) {
    return find_one(txn, sql<"SELECT ", kColumns, " FROM pool_ticket WHERE tenant_id = :tenant AND ticket_id = ?1">,
                    {ticket}, read_pooled);
}

Result<bool> claim_in_pool(WriteTxn& txn, domain::TicketId ticket) {
    TRY(auto const rows, txn.each("SELECT ticket_id FROM pool_ticket WHERE tenant_id = :tenant AND ticket_id = ?1 "
                                  "FOR UPDATE SKIP LOCKED",
                                  {ticket}, [](Row const&) {}));
    return rows == 1;
}

Result<std::int64_t> count_in_pool(ReadTxn& txn, domain::QueueId queue, int most) {
    return txn.each("SELECT ticket_id FROM pool_ticket WHERE tenant_id = :tenant AND queue_id = ?1 LIMIT ?2",
                    {queue, most}, [](Row const&) {});
}

}  // namespace lotse::store
