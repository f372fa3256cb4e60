// SPDX-License-Identifier: Apache-2.0
#include "store/watch.h"

#include <algorithm>

#include "store/escalations.h"
#include "store/rows.h"

namespace lotse::store {

Result<std::vector<domain::Timer>> coming_timers(ReadTxn& txn, Instant now, int limit) {
    return list_all<domain::Timer>(
        txn,
        "SELECT ticket_id, kind, due_at FROM timer WHERE tenant_id = :tenant AND due_at > ?1 "
        "ORDER BY due_at, ticket_id, kind LIMIT ?2",
        {now, limit}, [](Row const& row) {
            return domain::Timer{row.id<domain::TicketTag>(0),
                                 enum_at<domain::TimerKind>(row, 1, domain::kTimerNames.size()), row.at(2)};
        });
}

Result<std::vector<PassedDue>> passed_due(ReadTxn& txn, Instant now, int limit) {
    std::vector<PassedDue> out;
    for (auto const status : {domain::Status::fresh, domain::Status::open}) {
        auto const read = txn.each(
            "SELECT id, next_due_at, CASE WHEN first_reply_due_at <= ?2 OR next_reply_due_at <= ?2 OR update_due_at <= "
            "?2 OR solution_due_at <= ?2 OR handover_due_at <= ?2 THEN 1 ELSE 0 END FROM ticket WHERE tenant_id = "
            ":tenant AND status = ?1 AND next_due_at IS NOT NULL AND next_due_at <= ?2 ORDER BY next_due_at, id "
            "LIMIT ?3",
            {stored(status), now, limit},
            [&](Row const& row) { out.push_back({row.id<domain::TicketTag>(0), row.at(1), row.flag(2)}); });
        if (!read) return read.error();
    }
    std::ranges::sort(out, {}, [](auto const& one) { return std::pair(one.at, one.ticket); });
    if (std::ssize(out) > limit) out.resize(static_cast<std::size_t>(limit));
    return out;
}

Result<std::vector<domain::PooledTicket>> pool_by_due(ReadTxn& txn, int limit) {
    return list_all<domain::PooledTicket>(
        txn,
        "SELECT ticket_id, queue_id, priority, opened_at, due_at FROM pool_ticket WHERE tenant_id = :tenant "
        "ORDER BY due_at, ticket_id LIMIT ?1",
        {limit}, [](Row const& row) {
            domain::PooledTicket out;
            out.ticket = row.id<domain::TicketTag>(0);
            out.queue = row.id<domain::QueueTag>(1);
            out.priority = enum_at<domain::Priority>(row, 2);
            out.opened_at = row.at(3);
            out.due_at = row.at(4);
            return out;
        });
}

Result<std::vector<domain::Escalation>> silent_owners(ReadTxn& txn, int limit) {
    std::vector<domain::EscalationId> ids;
    auto const read = txn.each(
        "SELECT id FROM escalation WHERE tenant_id = :tenant AND state = 1 AND cause = 4 "
        "ORDER BY started_at, id LIMIT ?1",
        {limit}, [&](Row const& row) { ids.push_back(row.id<domain::EscalationTag>(0)); });
    if (!read) return read.error();
    std::vector<domain::Escalation> out;
    for (auto const id : ids) {
        TRY(auto one, get_escalation(txn, id));
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::int64_t> count_in_bucket(ReadTxn& txn, domain::PooledTicket const& of, int most) {
    std::int64_t out = 0;
    auto const done = txn.each(
        "SELECT COUNT(*) FROM (SELECT ticket_id FROM pool_ticket WHERE tenant_id = :tenant AND queue_id = ?1 AND "
        "category_id = ?2 AND language = ?3 AND priority = ?4 LIMIT ?5) AS waiting",
        {of.queue, of.category, of.language, stored(of.priority), most}, [&](Row const& row) { out = row.integer(0); });
    if (!done) return done.error();
    return out;
}

}  // namespace lotse::store
