// SPDX-License-Identifier: Apache-2.0
#include "store/events.h"

#include <algorithm>

#include "base/crypto.h"
#include "store/rows.h"
#include "store/search_index.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, ticket_id, article_id, kind, actor, agent_id, at, needs_settling, data, position";
constexpr std::size_t kKinds = static_cast<std::size_t>(domain::EventKind::escalation) + 1;
constexpr std::size_t kActors = static_cast<std::size_t>(domain::Actor::lotse) + 1;

// needs_settling: 0 settled or nothing to settle, 1 waits for its settlement, 2 held.
constexpr std::int64_t kHeld = 2;

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
    out.is_held = row.integer(7) == kHeld;
    out.data = object_column(row, 8);
    out.position = row.integer(9);
    return out;
}

// Decisions and timers bring no text.
bool brings_text(domain::EventKind kind) {
    using enum domain::EventKind;
    return kind != settled && kind != timer_fired && kind != notice_failed && kind != settle_failed;
}

Error missing() { return not_found("event.missing", "There is no such event."); }

}  // namespace

Result<domain::Event> add_event(WriteTxn& txn, domain::Event event) {
    TRY(event.id.value, txn.next_id("event"));
    auto const done = txn.run(
        sql<"INSERT INTO event (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)">,
        {event.id, event.ticket, event.article, stored(event.kind), stored(event.actor), event.agent, event.at,
         event.is_held ? kHeld : static_cast<std::int64_t>(event.needs_settling),
         event.data.empty() ? std::string() : to_string(event.data)});
    if (!done) return done.error();
    if (brings_text(event.kind)) CHECK_OK(mark_for_search(txn, event.ticket));
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

Result<bool> has_held_before(ReadTxn& txn, Instant limit) {
    TRY(auto const found, txn.each("SELECT id FROM event WHERE tenant_id = :tenant AND needs_settling = 2 AND at <= ?1 "
                                   "LIMIT 1",
                                   {limit}, [](Row const&) {}));
    return found > 0;
}

Result<std::int64_t> let_through_before(WriteTxn& txn, Instant limit) {
    return txn.run("UPDATE event SET needs_settling = 1 WHERE tenant_id = :tenant AND needs_settling = 2 AND at <= ?1",
                   {limit});
}

Result<std::int64_t> let_through(WriteTxn& txn, domain::TicketId ticket) {
    return txn.run(
        "UPDATE event SET needs_settling = 1 WHERE tenant_id = :tenant AND ticket_id = ?1 AND needs_settling = 2",
        {ticket});
}

Result<std::int64_t> count_mail_of(WriteTxn& txn, std::string_view address, std::int64_t hour) {
    std::int64_t count = 0;
    auto const done = txn.each(
        "INSERT INTO sender_count (tenant_id, hour, address_hash, n) VALUES (:tenant, ?1, ?2, 1) "
        "ON CONFLICT (tenant_id, hour, address_hash) DO UPDATE SET n = sender_count.n + 1 RETURNING n",
        {hour, Bytes{sha256(address).substr(0, 16)}}, [&](Row const& row) { count = row.integer(0); });
    if (!done) return done.error();
    return count;
}

Result<void> forget_mail_counts(WriteTxn& txn, std::int64_t before_hour) {
    auto const done = txn.run("DELETE FROM sender_count WHERE tenant_id = :tenant AND hour < ?1", {before_hour});
    if (!done) return done.error();
    return {};
}

Result<int> place_events(WriteTxn& txn, int limit) {
    // The row stays locked until the commit, so whoever comes next sees these places taken.
    std::int64_t head = 0;
    auto const locked = txn.each(
        "INSERT INTO stream_head (tenant_id, position) VALUES (:tenant, 0) ON CONFLICT (tenant_id) DO UPDATE "
        "SET position = stream_head.position RETURNING position",
        {}, [&](Row const& row) { head = row.integer(0); });
    if (!locked) return locked.error();
    std::vector<domain::EventId> fresh;
    auto const found = txn.each("SELECT id FROM event WHERE tenant_id = :tenant AND position = 0 ORDER BY id LIMIT ?1",
                                {limit}, [&](Row const& row) { fresh.push_back(row.id<domain::EventTag>(0)); });
    if (!found) return found.error();
    if (fresh.empty()) return 0;
    for (auto const id : fresh) {
        auto const done = txn.run("UPDATE event SET position = ?2 WHERE tenant_id = :tenant AND id = ?1", {id, ++head});
        if (!done) return done.error();
    }
    auto const moved = txn.run("UPDATE stream_head SET position = ?1 WHERE tenant_id = :tenant", {head});
    if (!moved) return moved.error();
    return static_cast<int>(fresh.size());
}

Result<bool> has_unplaced_events(ReadTxn& txn) {
    TRY(auto const found,
        txn.each("SELECT id FROM event WHERE tenant_id = :tenant AND position = 0 LIMIT 1", {}, [](Row const&) {}));
    return found > 0;
}

Result<std::vector<domain::Event>> list_events_after(ReadTxn& txn, std::int64_t after, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM event WHERE tenant_id = :tenant AND position > 0 AND position > ?1 "
                        "ORDER BY position LIMIT ?2">,
                    {after, limit}, read_event);
}

Result<std::int64_t> last_position(ReadTxn& txn) {
    std::int64_t last = 0;
    auto const done = txn.each("SELECT position FROM stream_head WHERE tenant_id = :tenant", {},
                               [&](Row const& row) { last = row.integer(0); });
    if (!done) return done.error();
    return last;
}

}  // namespace lotse::store
