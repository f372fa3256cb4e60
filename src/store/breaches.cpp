// SPDX-License-Identifier: Apache-2.0
#include "store/breaches.h"

#include <algorithm>

#include "store/rows.h"

namespace lotse::store {
namespace {

domain::Breach read_breach(Row const& row) {
    domain::Breach out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.clock = enum_at<domain::ClockKind>(row, 1);
    out.due_at = row.at(2);
    out.reason = static_cast<domain::BreachReason>(row.integer(3));
    out.remark = row.text(4);
    out.agent = row.id<domain::AgentTag>(5);
    out.explained_at = row.maybe_at(6);
    return out;
}

}  // namespace

Result<std::vector<domain::Breach>> list_breaches(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(txn,
                    "SELECT ticket_id, clock, due_at, reason, remark, agent_id, explained_at FROM breach "
                    "WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY clock, due_at",
                    {ticket}, read_breach);
}

Result<void> set_breaches(WriteTxn& txn, domain::TicketId ticket, std::vector<domain::Missed> const& missed) {
    TRY(auto const known, list_breaches(txn, ticket));
    for (auto const& one : known) {
        bool const stands = std::ranges::count(missed, domain::Missed{one.clock, one.due_at}) > 0;
        if (stands || one.reason != domain::BreachReason::none) continue;
        auto const done =
            txn.run("DELETE FROM breach WHERE tenant_id = :tenant AND ticket_id = ?1 AND clock = ?2 AND due_at = ?3",
                    {ticket, stored(one.clock), one.due_at});
        if (!done) return done.error();
    }
    for (auto const& one : missed) {
        auto const is_same = [&](auto const& other) { return other.clock == one.clock && other.due_at == one.due_at; };
        if (std::ranges::any_of(known, is_same)) continue;
        auto const done = txn.run(
            "INSERT INTO breach (tenant_id, ticket_id, clock, due_at, reason, remark, agent_id, explained_at) "
            "VALUES (:tenant, ?1, ?2, ?3, 0, '', 0, NULL) ON CONFLICT (tenant_id, ticket_id, clock, due_at) DO NOTHING",
            {ticket, stored(one.clock), one.due_at});
        if (!done) return done.error();
    }
    return {};
}

Result<void> explain_breach(WriteTxn& txn, domain::Breach const& breach) {
    TRY(auto const changed,
        txn.run("UPDATE breach SET reason = ?4, remark = ?5, agent_id = ?6, explained_at = ?7 "
                "WHERE tenant_id = :tenant AND ticket_id = ?1 AND clock = ?2 AND due_at = ?3",
                {breach.ticket, stored(breach.clock), breach.due_at, static_cast<int>(breach.reason), breach.remark,
                 breach.agent, breach.explained_at}));
    if (changed == 0) return not_found("breach.missing", "This ticket has missed no such target.");
    return {};
}

}  // namespace lotse::store
