// SPDX-License-Identifier: Apache-2.0
#include "store/webhooks.h"

#include <limits>

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

using domain::Webhook;
using domain::WebhookCall;

constexpr SqlPiece kColumns = "id, version, name, url, secret, is_enabled, made_at, silent_until, failures";
constexpr SqlPiece kCallColumns =
    "id, webhook_id, event_id, ticket_id, body, state, tries, made_at, next_try_at, tried_at, status, reason";

Webhook read_webhook(Row const& row) {
    Webhook out;
    out.id = row.id<domain::WebhookTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.url = row.text(3);
    out.secret = Secret<std::string>(row.bytes(4));
    out.is_enabled = row.flag(5);
    out.made_at = row.at(6);
    out.silent_until = row.at(7);
    out.failures = static_cast<int>(row.integer(8));
    return out;
}

WebhookCall read_call(Row const& row) {
    WebhookCall out;
    out.id = row.id<domain::WebhookCallTag>(0);
    out.webhook = row.id<domain::WebhookTag>(1);
    out.event = row.text(2);
    out.ticket = row.id<domain::TicketTag>(3);
    out.body = row.text(4);
    out.state = enum_at<domain::CallState>(row, 5, domain::kCallStates.size());
    out.tries = static_cast<int>(row.integer(6));
    out.made_at = row.at(7);
    out.next_try_at = row.at(8);
    out.tried_at = row.maybe_at(9);
    out.status = static_cast<int>(row.integer(10));
    out.reason = row.text(11);
    return out;
}

Error missing() { return not_found("webhook.missing", "There is no such webhook."); }
Error stale() {
    return conflict("webhook.stale_version", "Somebody has changed this webhook meanwhile; read it again.");
}
Error call_missing() { return not_found("webhook_call.missing", "There is no such call."); }

Result<void> done(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    return {};
}

Result<std::int64_t> number(ReadTxn& txn, std::string_view sql, std::initializer_list<Value> values) {
    std::int64_t out = 0;
    CHECK_OK(done(txn.each(sql, values, [&](Row const& row) { out = row.integer(0); })));
    return out;
}

std::int64_t before_id(domain::WebhookCallId before) {
    return before ? before.value : std::numeric_limits<std::int64_t>::max();
}

}  // namespace

Result<domain::WebhookId> next_webhook_id(WriteTxn& txn) {
    TRY(auto const id, txn.next_id("webhook"));
    return domain::WebhookId{id};
}

Result<void> add_webhook(WriteTxn& txn, Webhook const& one) {
    return done(txn.run(
        sql<"INSERT INTO webhook (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)">,
        {one.id, one.name, one.url, Bytes{one.secret.reveal()}, one.is_enabled, one.made_at, one.silent_until,
         one.failures}));
}

Result<Webhook> get_webhook(ReadTxn& txn, domain::WebhookId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM webhook WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_webhook, missing);
}

Result<std::vector<Webhook>> list_webhooks(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM webhook WHERE tenant_id = :tenant ORDER BY id">, {},
                    read_webhook);
}

Result<Webhook> update_webhook(WriteTxn& txn, Webhook one) {
    auto const changed = txn.run(
        "UPDATE webhook SET version = version + 1, name = ?3, url = ?4, secret = ?5, is_enabled = ?6, "
        "silent_until = ?7, failures = ?8 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {one.id, one.version, one.name, one.url, Bytes{one.secret.reveal()}, one.is_enabled, one.silent_until,
         one.failures});
    if (!changed) return changed.error();
    CHECK_OK(check_updated(*changed, get_webhook(txn, one.id), stale));
    ++one.version;
    return one;
}

Result<void> remove_webhook(WriteTxn& txn, domain::WebhookId id) {
    CHECK_OK(done(txn.run("DELETE FROM webhook_call WHERE tenant_id = :tenant AND webhook_id = ?1", {id})));
    TRY(auto const gone, txn.run("DELETE FROM webhook WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return missing();
    return {};
}

Result<void> note_reach(WriteTxn& txn, domain::WebhookId id, int failures, Instant silent_until) {
    return done(txn.run("UPDATE webhook SET failures = ?2, silent_until = ?3 WHERE tenant_id = :tenant AND id = ?1",
                        {id, failures, silent_until}));
}

Result<WebhookCall> add_call(WriteTxn& txn, WebhookCall one) {
    TRY(one.id.value, txn.next_id("webhook_call"));
    CHECK_OK(done(txn.run(sql<"INSERT INTO webhook_call (tenant_id, ", kCallColumns,
                              ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)">,
                          {one.id, one.webhook, one.event, one.ticket, one.body, stored(one.state), one.tries,
                           one.made_at, one.next_try_at, one.tried_at, one.status, one.reason})));
    return one;
}

Result<WebhookCall> get_call(ReadTxn& txn, domain::WebhookCallId id) {
    return get_one(txn, sql<"SELECT ", kCallColumns, " FROM webhook_call WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_call, call_missing);
}

Result<std::optional<Instant>> next_call_at(ReadTxn& txn, domain::WebhookId webhook) {
    return find_one<Instant>(txn,
                             "SELECT next_try_at FROM webhook_call WHERE tenant_id = :tenant AND webhook_id = ?1 AND "
                             "state = 0 ORDER BY next_try_at, id LIMIT 1",
                             {webhook}, [](Row const& row) { return row.at(0); });
}

Result<std::optional<WebhookCall>> claim_call(WriteTxn& txn, domain::WebhookId webhook, Instant now,
                                              Instant lease_until) {
    TRY(auto due, list_all(txn,
                           sql<"SELECT ", kCallColumns,
                               " FROM webhook_call WHERE tenant_id = :tenant AND webhook_id = ?1 AND state = 0 AND "
                               "next_try_at <= ?2 ORDER BY next_try_at, id LIMIT 1 FOR UPDATE SKIP LOCKED">,
                           {webhook, now}, read_call));
    if (due.empty()) return std::optional<WebhookCall>();
    due.front().next_try_at = lease_until;
    CHECK_OK(done(txn.run("UPDATE webhook_call SET next_try_at = ?2 WHERE tenant_id = :tenant AND id = ?1",
                          {due.front().id, lease_until})));
    return std::optional(std::move(due.front()));
}

Result<void> note_call(WriteTxn& txn, WebhookCall const& one) {
    return done(
        txn.run("UPDATE webhook_call SET state = ?2, tries = ?3, next_try_at = ?4, tried_at = ?5, status = ?6, "
                "reason = ?7 WHERE tenant_id = :tenant AND id = ?1",
                {one.id, stored(one.state), one.tries, one.next_try_at, one.tried_at, one.status, one.reason}));
}

Result<std::vector<WebhookCall>> list_calls(ReadTxn& txn, domain::WebhookId webhook, domain::WebhookCallId before,
                                            int limit) {
    return list_all(txn,
                    sql<"SELECT ", kCallColumns,
                        " FROM webhook_call WHERE tenant_id = :tenant AND webhook_id = ?1 AND id < ?2 "
                        "ORDER BY id DESC LIMIT ?3">,
                    {webhook, before_id(before), limit}, read_call);
}

Result<std::vector<WebhookCall>> list_dead_calls(ReadTxn& txn, domain::WebhookCallId before, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kCallColumns,
                        " FROM webhook_call WHERE tenant_id = :tenant AND state = 2 AND id < ?1 "
                        "ORDER BY id DESC LIMIT ?2">,
                    {before_id(before), limit}, read_call);
}

Result<std::int64_t> count_dead_calls(ReadTxn& txn) {
    return number(txn, "SELECT COUNT(*) FROM webhook_call WHERE tenant_id = :tenant AND state = 2", {});
}

Result<std::int64_t> count_waiting_calls(ReadTxn& txn, domain::WebhookId webhook, int most) {
    return number(txn,
                  "SELECT COUNT(*) FROM (SELECT id FROM webhook_call WHERE tenant_id = :tenant AND webhook_id = ?1 "
                  "AND state = 0 LIMIT ?2) AS waiting",
                  {webhook, most});
}

Result<int> forget_calls(WriteTxn& txn, Instant before, int limit) {
    TRY(auto const gone,
        txn.run("DELETE FROM webhook_call WHERE tenant_id = :tenant AND id IN (SELECT id FROM webhook_call WHERE "
                "tenant_id = :tenant AND state <> 0 AND made_at < ?1 ORDER BY made_at, id LIMIT ?2)",
                {before, limit}));
    return static_cast<int>(gone);
}

}  // namespace lotse::store
