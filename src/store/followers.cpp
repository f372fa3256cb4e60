// SPDX-License-Identifier: Apache-2.0
// Who watches a ticket, and which tickets sleep.
#include "store/rows.h"
#include "store/teamwork.h"

namespace lotse::store {

Result<void> add_follower(WriteTxn& txn, domain::TicketId ticket, domain::AgentId agent, Instant since) {
    auto const done = txn.run(
        "INSERT INTO follower (tenant_id, ticket_id, agent_id, since) VALUES (:tenant, ?1, ?2, ?3) "
        "ON CONFLICT (tenant_id, ticket_id, agent_id) DO NOTHING",
        {ticket, agent, since});
    if (!done) return done.error();
    return {};
}

Result<void> remove_follower(WriteTxn& txn, domain::TicketId ticket, domain::AgentId agent) {
    auto const done =
        txn.run("DELETE FROM follower WHERE tenant_id = :tenant AND ticket_id = ?1 AND agent_id = ?2", {ticket, agent});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::AgentId>> list_followers(ReadTxn& txn, domain::TicketId ticket) {
    return list_all<domain::AgentId>(
        txn, "SELECT agent_id FROM follower WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY agent_id", {ticket},
        [](Row const& row) { return row.id<domain::AgentTag>(0); });
}

Result<std::vector<domain::TicketId>> tickets_to_wake(ReadTxn& txn, Instant now, int limit) {
    return list_all<domain::TicketId>(
        txn,
        "SELECT id FROM ticket WHERE tenant_id = :tenant AND snoozed_until IS NOT NULL AND snoozed_until <= ?1 "
        "ORDER BY snoozed_until, id LIMIT ?2",
        {now, limit}, [](Row const& row) { return row.id<domain::TicketTag>(0); });
}

Result<std::optional<Instant>> next_wake_at(ReadTxn& txn) {
    return find_one<Instant>(txn,
                             "SELECT snoozed_until FROM ticket WHERE tenant_id = :tenant AND snoozed_until IS NOT NULL "
                             "ORDER BY snoozed_until, id LIMIT 1",
                             {}, [](Row const& row) { return row.at(0); });
}

}  // namespace lotse::store
