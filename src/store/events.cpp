// SPDX-License-Identifier: Apache-2.0
#include "store/events.h"

#include <algorithm>

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, ticket_id, article_id, kind, actor, agent_id, at, needs_settling, data";
constexpr std::size_t kKinds = static_cast<std::size_t>(domain::EventKind::forwarded) + 1;
constexpr std::size_t kActors = static_cast<std::size_t>(domain::Actor::lotse) + 1;

domain::Event read_event(Row const& row) {
    domain::Event out;
    out.id = row.id<domain::EventTag>(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.article = row.id<domain::ArticleTag>(2);
    out.kind = enum_at<domain::EventKind>(row, 3, kKinds);
    out.actor = enum_at<domain::Actor>(row, 4, kActors);
    out.agent = row.id<domain::AgentTag>(5);
    out.at = row.at(6);
    out.needs_settling = row.flag(7);
    out.data = object_column(row, 8);
    return out;
}

Error missing() { return not_found("event.missing", "There is no such event."); }

}  // namespace

Result<domain::Event> add_event(WriteTxn& txn, domain::Event event) {
    TRY(event.id.value, txn.next_id("event"));
    auto const done = txn.run(
        sql<"INSERT INTO event (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)">,
        {event.id, event.ticket, event.article, stored(event.kind), stored(event.actor), event.agent, event.at,
         event.needs_settling, event.data.empty() ? std::string() : to_string(event.data)});
    if (!done) return done.error();
    return event;
}

Result<std::vector<domain::Event>> list_events(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(txn,
                    sql<"SELECT ", kColumns, " FROM event WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id">,
                    {ticket}, read_event);
}

Result<std::vector<domain::Event>> list_events_before(ReadTxn& txn, domain::TicketId ticket, domain::EventId before,
                                                      int limit) {
    if (!before) before.value = INT64_MAX;
    TRY(auto events, list_all(txn,
                              sql<"SELECT ", kColumns,
                                  " FROM event WHERE tenant_id = :tenant AND ticket_id = ?1 AND id < ?2 "
                                  "ORDER BY id DESC LIMIT ?3">,
                              {ticket, before, limit}, read_event));
    std::ranges::reverse(events);
    return events;
}

Result<std::vector<domain::Event>> list_unsettled(ReadTxn& txn, int limit) {
    return list_all(
        txn,
        sql<"SELECT ", kColumns, " FROM event WHERE tenant_id = :tenant AND needs_settling = 1 ORDER BY id LIMIT ?1">,
        {limit}, read_event);
}

Result<domain::Event> get_event(ReadTxn& txn, domain::EventId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM event WHERE tenant_id = :tenant AND id = ?1">, {id}, read_event,
                   missing);
}

Result<void> mark_settled(WriteTxn& txn, domain::EventId id, Instant at) {
    TRY(auto const changed, txn.run("UPDATE event SET needs_settling = 0, settled_at = ?2 "
                                    "WHERE tenant_id = :tenant AND id = ?1",
                                    {id, at}));
    if (changed == 0) return missing();
    return {};
}

Result<std::vector<domain::Event>> list_events_after(ReadTxn& txn, domain::EventId after, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns, " FROM event WHERE tenant_id = :tenant AND id > ?1 ORDER BY id LIMIT ?2">,
                    {after, limit}, read_event);
}

Result<domain::EventId> last_event_id(ReadTxn& txn) {
    domain::EventId last;
    auto const done = txn.each("SELECT id FROM event WHERE tenant_id = :tenant ORDER BY id DESC LIMIT 1", {},
                               [&](Row const& row) { last = row.id<domain::EventTag>(0); });
    if (!done) return done.error();
    return last;
}

}  // namespace lotse::store
