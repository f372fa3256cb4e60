// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/teamwork.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "ticket_id, id, minutes, agent_id, at, activity, note";

domain::TimeEntry read_time(Row const& row) {
    domain::TimeEntry out;
    out.ticket = row.id<domain::TicketTag>(0);
    out.id = row.id<domain::TimeEntryTag>(1);
    out.minutes = row.integer(2);
    out.agent = row.id<domain::AgentTag>(3);
    out.at = row.at(4);
    out.activity = row.text(5);
    out.note = row.text(6);
    return out;
}

Error missing() { return not_found("time.missing", "There is no such time entry on this ticket."); }

}  // namespace

Result<domain::TimeEntry> add_time(WriteTxn& txn, domain::TimeEntry entry) {
    TRY(entry.id.value, txn.next_id("time_entry"));
    auto const done =
        txn.run(sql<"INSERT INTO time_entry (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7)">,
                {entry.ticket, entry.id, entry.minutes, entry.agent, entry.at, entry.activity, entry.note});
    if (!done) return done.error();
    return entry;
}

Result<domain::TimeEntry> get_time(ReadTxn& txn, domain::TicketId ticket, domain::TimeEntryId id) {
    return get_one(
        txn, sql<"SELECT ", kColumns, " FROM time_entry WHERE tenant_id = :tenant AND ticket_id = ?1 AND id = ?2">,
        {ticket, id}, read_time, missing);
}

Result<void> remove_time(WriteTxn& txn, domain::TicketId ticket, domain::TimeEntryId id) {
    TRY(auto const gone,
        txn.run("DELETE FROM time_entry WHERE tenant_id = :tenant AND ticket_id = ?1 AND id = ?2", {ticket, id}));
    if (gone == 0) return missing();
    return {};
}

Result<std::vector<domain::TimeEntry>> list_times(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(
        txn, sql<"SELECT ", kColumns, " FROM time_entry WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id">,
        {ticket}, read_time);
}

}  // namespace lotse::store
