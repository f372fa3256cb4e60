// SPDX-License-Identifier: Apache-2.0
#include "store/bulk_jobs.h"

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, kind, agent_id, principal, changes, total, done, failed, is_waiting, created_at, finished_at, reverses_id, "
    "reversed_by_id";

domain::BulkJob read_job(Row const& row) {
    domain::BulkJob out;
    out.id = row.id<domain::JobTag>(0);
    out.kind = enum_at<domain::BulkKind>(row, 1);
    out.agent = row.id<domain::AgentTag>(2);
    out.principal = row.text(3);
    out.changes = object_column(row, 4);
    out.total = row.integer(5);
    out.done = row.integer(6);
    out.failed = row.integer(7);
    out.is_waiting = row.flag(8);
    out.created_at = row.at(9);
    out.finished_at = row.maybe_at(10);
    out.reverses = row.id<domain::JobTag>(11);
    out.reversed_by = row.id<domain::JobTag>(12);
    return out;
}

domain::BulkItem read_item(Row const& row) {
    domain::BulkItem out;
    out.position = row.integer(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.state = enum_at<domain::BulkState>(row, 2);
    out.event = row.id<domain::EventTag>(3);
    out.code = row.text(4);
    out.message = row.text(5);
    return out;
}

Error missing() { return not_found("job.missing", "There is no such job."); }

}  // namespace

Result<domain::BulkJob> add_bulk_job(WriteTxn& txn, domain::BulkJob job) {
    TRY(job.id.value, txn.next_id("bulk_job"));
    auto const done =
        txn.run(sql<"INSERT INTO bulk_job (tenant_id, ", kColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)">,
                {job.id, stored(job.kind), job.agent, job.principal, to_string(job.changes), job.total, job.done,
                 job.failed, job.is_waiting, job.created_at, job.finished_at, job.reverses, job.reversed_by});
    if (!done) return done.error();
    return job;
}

Result<void> add_bulk_item(WriteTxn& txn, domain::JobId job, domain::BulkItem const& item) {
    auto const done = txn.run(
        "INSERT INTO bulk_item (tenant_id, job_id, position, ticket_id, state, event_id, code, message) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        {job, item.position, item.ticket, stored(item.state), item.event, item.code, item.message});
    if (!done) return done.error();
    return {};
}

Result<domain::BulkJob> get_bulk_job(ReadTxn& txn, domain::JobId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM bulk_job WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_job, missing);
}

Result<std::optional<domain::BulkJob>> next_bulk_job(ReadTxn& txn) {
    return find_one(
        txn,
        sql<"SELECT ", kColumns, " FROM bulk_job WHERE tenant_id = :tenant AND is_waiting = 1 ORDER BY id LIMIT 1">, {},
        read_job);
}

Result<std::vector<domain::BulkItem>> list_bulk_items(ReadTxn& txn, domain::JobId job, std::int64_t after, int limit) {
    return list_all(txn,
                    "SELECT position, ticket_id, state, event_id, code, message FROM bulk_item "
                    "WHERE tenant_id = :tenant AND job_id = ?1 AND position > ?2 ORDER BY position LIMIT ?3",
                    {job, after, limit}, read_item);
}

Result<std::vector<domain::BulkItem>> list_waiting_items(ReadTxn& txn, domain::JobId job, int limit) {
    return list_all(txn,
                    "SELECT position, ticket_id, state, event_id, code, message FROM bulk_item "
                    "WHERE tenant_id = :tenant AND job_id = ?1 AND state = 0 ORDER BY position LIMIT ?2",
                    {job, limit}, read_item);
}

Result<std::optional<domain::BulkItem>> find_bulk_item(ReadTxn& txn, domain::JobId job, domain::TicketId ticket) {
    return find_one(txn,
                    "SELECT position, ticket_id, state, event_id, code, message FROM bulk_item "
                    "WHERE tenant_id = :tenant AND job_id = ?1 AND ticket_id = ?2 LIMIT 1",
                    {job, ticket}, read_item);
}

Result<bool> finish_bulk_item(WriteTxn& txn, domain::JobId job, domain::BulkItem const& item) {
    TRY(auto const changed, txn.run("UPDATE bulk_item SET state = ?3, event_id = ?4, code = ?5, message = ?6 "
                                    "WHERE tenant_id = :tenant AND job_id = ?1 AND position = ?2 AND state = 0",
                                    {job, item.position, stored(item.state), item.event, item.code, item.message}));
    if (changed == 0) return false;
    auto const counted =
        txn.run("UPDATE bulk_job SET done = done + 1, failed = failed + ?2 WHERE tenant_id = :tenant AND id = ?1",
                {job, item.state == domain::BulkState::failed});
    if (!counted) return counted.error();
    return true;
}

Result<void> finish_bulk_job(WriteTxn& txn, domain::JobId job, Instant at) {
    auto const done = txn.run(
        "UPDATE bulk_job SET is_waiting = 0, finished_at = ?2 WHERE tenant_id = :tenant AND id = ?1 AND is_waiting = 1",
        {job, at});
    if (!done) return done.error();
    return {};
}

Result<void> mark_reversed(WriteTxn& txn, domain::JobId job, domain::JobId by) {
    auto const done =
        txn.run("UPDATE bulk_job SET reversed_by_id = ?2 WHERE tenant_id = :tenant AND id = ?1", {job, by});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
