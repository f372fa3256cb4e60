// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, version, name, address, lead_id, skills, calendar_id, assignment, hands_out_below, preferred_skills, "
    "language_is_required, handover_minutes";

domain::Queue read_queue(Row const& row) {
    domain::Queue out;
    out.id = row.id<domain::QueueTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.address = row.text(3);
    out.lead = row.id<domain::AgentTag>(4);
    out.skills = strings_in(array_column(row, 5));
    out.calendar = row.id<domain::CalendarTag>(6);
    out.assignment = enum_at<domain::Assignment>(row, 7);
    out.hands_out_below = static_cast<int>(row.integer(8));
    out.preferred_skills = strings_in(array_column(row, 9));
    out.language_is_required = row.flag(10);
    out.handover_minutes = static_cast<int>(row.integer(11));
    return out;
}

Error missing() { return not_found("queue.missing", "There is no such queue."); }
Error stale() { return conflict("queue.stale_version", "Somebody has changed this queue meanwhile; read it again."); }

Error named(Error error) {
    return renamed(std::move(error),
                   {{"/name", "/name", "queue.name_taken", "Another queue has this name."},
                    {"/address", "/address", "queue.address_taken", "Another queue receives mail at this address."}});
}

// Many queues have no address; only NULLs may repeat in a unique index.
Value address_of(domain::Queue const& queue) {
    if (queue.address.empty()) return nullptr;
    return queue.address;
}

}  // namespace

Result<domain::Queue> add_queue(WriteTxn& txn, domain::Queue queue) {
    TRY(queue.id.value, txn.next_id("queue"));
    queue.version = 1;
    auto const done = txn.run(sql<"INSERT INTO queue (tenant_id, ", kColumns,
                                  ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)">,
                              {queue.id, queue.name, address_of(queue), queue.lead, array_text(queue.skills),
                               queue.calendar, stored(queue.assignment), queue.hands_out_below,
                               array_text(queue.preferred_skills), queue.language_is_required, queue.handover_minutes});
    if (!done) return named(done.error());
    return queue;
}

Result<domain::Queue> get_queue(ReadTxn& txn, domain::QueueId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM queue WHERE tenant_id = :tenant AND id = ?1">, {id}, read_queue,
                   missing);
}

Result<domain::Queue> update_queue(WriteTxn& txn, domain::Queue queue) {
    auto const done = txn.run(
        "UPDATE queue SET version = version + 1, name = ?3, address = ?4, lead_id = ?5, skills = ?6, calendar_id = ?7, "
        "assignment = ?8, hands_out_below = ?9, preferred_skills = ?10, language_is_required = ?11, handover_minutes = "
        "?12 WHERE "
        "tenant_id = :tenant AND id = ?1 AND version = ?2",
        {queue.id, queue.version, queue.name, address_of(queue), queue.lead, array_text(queue.skills), queue.calendar,
         stored(queue.assignment), queue.hands_out_below, array_text(queue.preferred_skills),
         queue.language_is_required, queue.handover_minutes});
    if (!done) return named(done.error());
    CHECK_OK(check_updated(*done, get_queue(txn, queue.id), stale));
    ++queue.version;
    return queue;
}

Result<std::vector<domain::Queue>> list_queues(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM queue WHERE tenant_id = :tenant ORDER BY id">, {}, read_queue);
}

}  // namespace lotse::store
