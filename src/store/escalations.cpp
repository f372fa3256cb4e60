// SPDX-License-Identifier: Apache-2.0
#include "store/escalations.h"

#include <fmt/format.h>

#include "base/text.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

using domain::Escalation;
using domain::EscalationState;

constexpr SqlPiece kColumns =
    "id, version, ticket_id, cause, start, state, chain_id, queue_id, owner_id, started_at, next_step, next_at, "
    "acknowledged_by_id, acknowledged_at, ended_at, why_ended, silent_since, rung, percent";

Escalation read_escalation(Row const& row) {
    Escalation out;
    out.id = row.id<domain::EscalationTag>(0);
    out.version = row.integer(1);
    out.ticket = row.id<domain::TicketTag>(2);
    out.cause = enum_at<domain::EscalationCause>(row, 3, domain::kEscalationCauses.size());
    out.start = enum_at<domain::EscalationStart>(row, 4, domain::kEscalationStarts.size());
    out.state = enum_at<EscalationState>(row, 5, domain::kEscalationStates.size());
    out.chain = row.id<domain::ChainTag>(6);
    out.queue = row.id<domain::QueueTag>(7);
    out.owner = row.id<domain::AgentTag>(8);
    out.started_at = row.at(9);
    out.next_step = static_cast<int>(row.integer(10));
    out.next_at = row.maybe_at(11);
    out.acknowledged_by = row.id<domain::AgentTag>(12);
    out.acknowledged_at = row.maybe_at(13);
    out.ended_at = row.maybe_at(14);
    out.why_ended = row.text(15);
    out.silent_since = row.maybe_at(16);
    out.rung = static_cast<int>(row.integer(17));
    out.percent = static_cast<int>(row.integer(18));
    return out;
}

domain::EscalationTold read_told(Row const& row) {
    domain::EscalationTold out;
    out.escalation = row.id<domain::EscalationTag>(0);
    out.nth = static_cast<int>(row.integer(1));
    out.ticket = row.id<domain::TicketTag>(2);
    out.agent = row.id<domain::AgentTag>(3);
    out.to = enum_at<domain::StepTo>(row, 4, domain::kStepTo.size());
    out.is_admins = row.flag(5);
    out.by_mail = row.flag(6);
    out.passed_over = row.text(7);
    out.at = row.at(8);
    out.percent = static_cast<int>(row.integer(9));
    out.webhook = row.id<domain::WebhookTag>(10);
    return out;
}

Error missing() { return not_found("escalation.missing", "There is no such escalation."); }
Error stale() { return conflict("escalation.stale_version", "This escalation has moved on meanwhile; read it again."); }

Result<void> update(WriteTxn& txn, Escalation const& one) {
    auto const done = txn.run(
        "UPDATE escalation SET version = version + 1, start = ?3, state = ?4, chain_id = ?5, queue_id = ?6, "
        "owner_id = ?7, started_at = ?8, next_step = ?9, next_at = ?10, acknowledged_by_id = ?11, "
        "acknowledged_at = ?12, ended_at = ?13, why_ended = ?14, silent_since = ?15, rung = ?16, percent = ?17 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {one.id, one.version, stored(one.start), stored(one.state), one.chain, one.queue, one.owner, one.started_at,
         one.next_step, one.next_at, one.acknowledged_by, one.acknowledged_at, one.ended_at, one.why_ended,
         one.silent_since, one.rung, one.percent});
    if (!done) return done.error();
    return check_updated(*done, get_escalation(txn, one.id), stale);
}

Result<Escalation> forget(WriteTxn& txn, Escalation one) {
    auto const done =
        txn.run("DELETE FROM escalation WHERE tenant_id = :tenant AND id = ?1 AND version = ?2 AND state = 0",
                {one.id, one.version});
    if (!done) return done.error();
    CHECK_OK(check_updated(*done, get_escalation(txn, one.id), stale));
    return one;
}

Result<std::int64_t> count(ReadTxn& txn, std::string_view sql, std::initializer_list<Value> values) {
    std::int64_t out = 0;
    auto const done = txn.each(sql, values, [&](Row const& row) { out = row.integer(0); });
    if (!done) return done.error();
    return out;
}

}  // namespace

Result<Escalation> put_escalation(WriteTxn& txn, Escalation one) {
    if (one.id) {
        if (one.state == EscalationState::ended && one.why_ended.empty()) return forget(txn, std::move(one));
        CHECK_OK(update(txn, one));
        ++one.version;
        bool const is_seen = one.state == EscalationState::acknowledged || one.state == EscalationState::ended;
        if (is_seen) CHECK_OK(close_told(txn, one.id));
        return one;
    }
    TRY(one.id.value, txn.next_id("escalation"));
    one.version = 1;
    auto const done = txn.run(
        sql<"INSERT INTO escalation (tenant_id, ", kColumns,
            ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)">,
        {one.id, one.ticket, stored(one.cause), stored(one.start), stored(one.state), one.chain, one.queue, one.owner,
         one.started_at, one.next_step, one.next_at, one.acknowledged_by, one.acknowledged_at, one.ended_at,
         one.why_ended, one.silent_since, one.rung, one.percent});
    if (!done) return done.error();
    return one;
}

Result<Escalation> get_escalation(ReadTxn& txn, domain::EscalationId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM escalation WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_escalation, missing);
}

Result<std::vector<Escalation>> open_escalations(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM escalation WHERE tenant_id = :tenant AND ticket_id = ?1 AND state <> 3 ORDER BY cause">,
                    {ticket}, read_escalation);
}

Result<std::vector<Escalation>> list_escalations(ReadTxn& txn, domain::TicketId ticket, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM escalation WHERE tenant_id = :tenant AND ticket_id = ?1 AND state <> 0 "
                        "ORDER BY id DESC LIMIT ?2">,
                    {ticket, limit}, read_escalation);
}

Result<std::vector<Escalation>> claim_escalations(WriteTxn& txn, Instant now, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM escalation WHERE tenant_id = :tenant AND next_at IS NOT NULL AND next_at <= ?1 "
                        "ORDER BY next_at, id LIMIT ?2 FOR UPDATE SKIP LOCKED">,
                    {now, limit}, read_escalation);
}

Result<int> forget_escalations(WriteTxn& txn, Instant before, int limit) {
    std::vector<domain::EscalationId> gone;
    auto const found = txn.each(
        "SELECT id FROM escalation WHERE tenant_id = :tenant AND state = 3 AND ended_at < ?1 "
        "ORDER BY ended_at, id LIMIT ?2",
        {before, limit}, [&](Row const& row) { gone.push_back(row.id<domain::EscalationTag>(0)); });
    if (!found) return found.error();
    for (auto const id : gone) {
        TRY([[maybe_unused]] auto const told,
            txn.run("DELETE FROM escalation_told WHERE tenant_id = :tenant AND escalation_id = ?1", {id}));
        TRY([[maybe_unused]] auto const one,
            txn.run("DELETE FROM escalation WHERE tenant_id = :tenant AND id = ?1 AND state = 3", {id}));
    }
    return static_cast<int>(gone.size());
}

Result<std::optional<Instant>> next_escalation_at(ReadTxn& txn) {
    return find_one<Instant>(
        txn,
        "SELECT next_at FROM escalation WHERE tenant_id = :tenant AND next_at IS NOT NULL ORDER BY next_at, id LIMIT 1",
        {}, [](Row const& row) { return row.at(0); });
}

// The cursor is "started_at.id".
Result<EscalationPage> list_escalations(ReadTxn& txn, EscalationState state, std::string_view after, int limit) {
    std::int64_t at = INT64_MAX;
    std::int64_t id = INT64_MAX;
    if (!after.empty()) {
        auto const parts = split(after, '.');
        auto const first = parts.size() == 2 ? to_int(parts[0]) : std::nullopt;
        auto const second = parts.size() == 2 ? to_int(parts[1]) : std::nullopt;
        if (!first || !second) return bad_cursor();
        at = *first;
        id = *second;
    }
    EscalationPage out;
    TRY(out.items, list_all(txn,
                            sql<"SELECT ", kColumns,
                                " FROM escalation WHERE tenant_id = :tenant AND state = ?1 AND state <> 3 AND "
                                "(started_at, id) < (?2, ?3) ORDER BY started_at DESC, id DESC LIMIT ?4">,
                            {stored(state), at, id, limit}, read_escalation));
    if (static_cast<int>(out.items.size()) == limit)
        out.next = fmt::format("{}.{}", micros(out.items.back().started_at), out.items.back().id.value);
    return out;
}

Result<std::vector<Escalation>> escalations_of(ReadTxn& txn, domain::AgentId agent, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM escalation WHERE tenant_id = :tenant AND id IN (SELECT escalation_id FROM "
                        "escalation_told WHERE tenant_id = :tenant AND agent_id = ?1 AND is_open = 1 "
                        "ORDER BY escalation_id DESC LIMIT ?2) ORDER BY id DESC LIMIT ?2">,
                    {agent, limit}, read_escalation);
}

Result<std::int64_t> count_escalations_of(ReadTxn& txn, domain::AgentId agent, int most) {
    return count(txn,
                 "SELECT COUNT(*) FROM (SELECT DISTINCT escalation_id FROM escalation_told WHERE tenant_id = :tenant "
                 "AND agent_id = ?1 AND is_open = 1 LIMIT ?2) AS told",
                 {agent, most});
}

Result<std::int64_t> count_running_escalations(ReadTxn& txn, int most) {
    return count(txn,
                 "SELECT COUNT(*) FROM (SELECT id FROM escalation WHERE tenant_id = :tenant AND state = 1 "
                 "LIMIT ?1) AS running",
                 {most});
}

Result<void> add_told(WriteTxn& txn, domain::EscalationTold const& told, bool is_open) {
    auto const done = txn.run(
        "INSERT INTO escalation_told (tenant_id, escalation_id, nth, ticket_id, agent_id, step_to, is_admins, by_mail, "
        "is_open, passed_over, at, percent, webhook_id) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
        "?12)",
        {told.escalation, told.nth, told.ticket, told.agent, stored(told.to), told.is_admins, told.by_mail, is_open,
         told.passed_over, told.at, told.percent, told.webhook});
    if (!done) return done.error();
    return {};
}

Result<std::vector<domain::EscalationTold>> list_told(ReadTxn& txn, domain::EscalationId id) {
    return list_all(
        txn,
        "SELECT escalation_id, nth, ticket_id, agent_id, step_to, is_admins, by_mail, passed_over, at, "
        "percent, webhook_id FROM escalation_told WHERE tenant_id = :tenant AND escalation_id = ?1 ORDER BY nth",
        {id}, read_told);
}

Result<void> close_told(WriteTxn& txn, domain::EscalationId id) {
    auto const done = txn.run(
        "UPDATE escalation_told SET is_open = 0 WHERE tenant_id = :tenant AND escalation_id = ?1 AND is_open = 1",
        {id});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
