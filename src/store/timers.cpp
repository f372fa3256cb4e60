// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/outbox.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

domain::Timer read_timer(Row const& row) {
    return {row.id<domain::TicketTag>(0), enum_at<domain::TimerKind>(row, 1, domain::kTimerNames.size()), row.at(2),
            static_cast<int>(row.integer(3)), std::string(row.text(4))};
}

}  // namespace

// Only differences are written: most settles leave the timers as they are.
Result<void> set_timers(WriteTxn& txn, domain::TicketId ticket, std::vector<domain::Timer> const& timers) {
    TRY(auto const before, list_timers(txn, ticket));
    for (auto const& timer : before) {
        if (std::ranges::any_of(timers, [&](auto const& wanted) { return wanted.kind == timer.kind; })) continue;
        CHECK_OK(remove_timer(txn, timer));
    }
    for (auto const& timer : timers) {
        must(timer.ticket == ticket, "timers of one ticket");
        if (std::ranges::find(before, timer) != before.end()) continue;
        auto const done = txn.run(
            "INSERT INTO timer (tenant_id, ticket_id, kind, due_at, percent, round) VALUES (:tenant, ?1, ?2, ?3, ?4, "
            "?5) ON CONFLICT (tenant_id, ticket_id, kind) DO UPDATE SET due_at = excluded.due_at, "
            "percent = excluded.percent, round = excluded.round",
            {ticket, stored(timer.kind), timer.due_at, timer.percent, timer.round});
        if (!done) return done.error();
    }
    return {};
}

Result<std::vector<domain::Timer>> list_timers(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(
        txn,
        "SELECT ticket_id, kind, due_at, percent, round FROM timer WHERE tenant_id = :tenant AND ticket_id = ?1 "
        "ORDER BY kind",
        {ticket}, read_timer);
}

Result<std::vector<domain::Timer>> due_timers(ReadTxn& txn, Instant now, int limit) {
    return list_all(
        txn,
        "SELECT ticket_id, kind, due_at, percent, round FROM timer WHERE tenant_id = :tenant AND due_at <= ?1 "
        "ORDER BY due_at, ticket_id, kind LIMIT ?2",
        {now, limit}, read_timer);
}

// A timer that was set anew meanwhile stays. PostgreSQL lets the second of two wait for the first one's commit and then
// counts no row.
Result<bool> remove_timer(WriteTxn& txn, domain::Timer const& timer) {
    TRY(auto const removed, txn.run("DELETE FROM timer WHERE tenant_id = :tenant AND ticket_id = ?1 AND kind = ?2 "
                                    "AND due_at = ?3",
                                    {timer.ticket, stored(timer.kind), timer.due_at}));
    return removed == 1;
}

Result<std::optional<Instant>> next_timer_at(ReadTxn& txn) {
    return find_one<Instant>(txn, "SELECT due_at FROM timer WHERE tenant_id = :tenant ORDER BY due_at LIMIT 1", {},
                             [](Row const& row) { return row.at(0); });
}

}  // namespace lotse::store
