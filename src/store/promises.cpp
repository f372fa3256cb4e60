// SPDX-License-Identifier: Apache-2.0
#include "store/promises.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

domain::Promise read_promise(Row const& row) {
    domain::Promise out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.what = enum_at<domain::Awaited>(row, 1);
    out.made_at = row.at(2);
    out.told_until = row.at(3);
    out.until = row.at(4);
    out.percent = static_cast<int>(row.integer(5));
    out.history = row.integer(6);
    out.fitted_at = row.at(7);
    out.is_told = row.flag(8);
    out.status = enum_at<domain::Status>(row, 9);
    out.state = enum_at<domain::PromiseState>(row, 10);
    out.settled_at = row.maybe_at(11);
    return out;
}

}  // namespace

Result<void> put_promise(WriteTxn& txn, domain::Promise const& promise) {
    auto const done = txn.run(
        "INSERT INTO promise (tenant_id, ticket_id, what, made_at, told_until, until, percent, history, fitted_at, "
        "is_told, status, state, settled_at) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
        "ON CONFLICT (tenant_id, ticket_id, what) DO UPDATE SET until = ?5, history = ?7, fitted_at = ?8, status = "
        "?10, "
        "state = ?11, settled_at = ?12",
        {promise.ticket, stored(promise.what), promise.made_at, promise.told_until, promise.until, promise.percent,
         promise.history, promise.fitted_at, promise.is_told, stored(promise.status), stored(promise.state),
         promise.settled_at});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::Promise>> list_promises(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(txn,
                    "SELECT ticket_id, what, made_at, told_until, until, percent, history, fitted_at, is_told, status, "
                    "state, settled_at FROM promise WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY what",
                    {ticket}, read_promise);
}

Result<std::int64_t> miss_promises(WriteTxn& txn, Instant now, int limit) {
    std::vector<std::pair<std::int64_t, std::int64_t>> due;
    auto const read = txn.each(
        "SELECT ticket_id, what FROM promise WHERE tenant_id = :tenant AND state = 0 AND told_until < ?1 "
        "ORDER BY told_until, ticket_id, what LIMIT ?2",
        {now, limit}, [&](Row const& row) { due.emplace_back(row.integer(0), row.integer(1)); });
    if (!read) return read.error();
    for (auto const& [ticket, what] : due) {
        auto const done = txn.run(
            "UPDATE promise SET state = ?3, settled_at = told_until WHERE tenant_id = :tenant AND ticket_id = ?1 AND "
            "what = ?2 AND state = 0",
            {ticket, what, stored(domain::PromiseState::missed)});
        if (!done) return done.error();
    }
    return static_cast<std::int64_t>(due.size());
}

Result<void> drop_promises(WriteTxn& txn, domain::TicketId ticket, Instant now) {
    auto const done = txn.run(
        "UPDATE promise SET state = ?2, settled_at = ?3 WHERE tenant_id = :tenant AND ticket_id = ?1 AND state = 0",
        {ticket, stored(domain::PromiseState::dropped), now});
    if (!done) return done.error();
    return {};
}

Result<PromiseCount> count_promises(ReadTxn& txn, domain::Awaited what, Instant from, Instant until, int limit) {
    PromiseCount out;
    auto const done = txn.each(
        "SELECT state, is_told FROM promise WHERE tenant_id = :tenant AND what = ?1 AND told_until >= ?2 AND "
        "told_until < ?3 ORDER BY told_until DESC, ticket_id DESC LIMIT ?4",
        {stored(what), from, until, limit}, [&](Row const& row) {
            auto const state = enum_at<domain::PromiseState>(row, 0);
            // Open still, though its time is over: missed, and nobody has written it down yet.
            if (state == domain::PromiseState::dropped) return;
            bool const is_kept = state == domain::PromiseState::kept;
            out.due += 1;
            out.kept += is_kept ? 1 : 0;
            if (!row.flag(1)) return;
            out.told_due += 1;
            out.told_kept += is_kept ? 1 : 0;
        });
    if (!done) return done.error();
    return out;
}

}  // namespace lotse::store
