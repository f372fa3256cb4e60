// SPDX-License-Identifier: Apache-2.0
#include "store/tickets.h"

#include <tuple>

#include "store/pool.h"
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/ticket_counts.h"
#include "store/ticket_facets.h"
#include "store/ticket_filter.h"
#include "store/ticket_row.h"

namespace lotse::store {
namespace {

Error missing() { return not_found("ticket.missing", "There is no such ticket."); }
Error stale() { return conflict("ticket.stale_version", "Somebody has changed this ticket meanwhile; read it again."); }

// Everything but the time of the last change that an index knows is as it was.
bool is_quiet(domain::Ticket const& a, domain::Ticket const& b) {
    auto const indexed = [](domain::Ticket const& t) {
        return std::tie(t.status, t.channel, t.customer, t.organization, t.queue, t.agent, t.category, t.priority,
                        t.escalated, t.created_at, t.first_reply_at, t.first_reply_due_at, t.solution_due_at,
                        t.language, t.snoozed_until, t.next_reply_due_at, t.update_due_at, t.handover_due_at,
                        t.unexplained_breaches, t.due_at);
    };
    return indexed(a) == indexed(b);
}

std::string tags_text(domain::Ticket const& t) {
    if (t.tags.empty()) return {};
    JsonArray ids;
    for (auto const tag : t.tags) ids.emplace_back(tag.value);
    return to_string(Json(std::move(ids)));
}

std::string fields_text(domain::Ticket const& t) { return t.fields.empty() ? std::string() : to_string(t.fields); }

// SQLite writes the entries of every index whose column is named in SET, changed or not. Notes and messages that move
// nothing are a third of all updates, and name half of them.
Result<std::int64_t> update_quietly(WriteTxn& txn, domain::Ticket const& t) {
    return txn.run(
        "UPDATE ticket SET version = version + 1, subject = ?3, type = ?4, has_type = ?5, impact = ?6, urgency = ?7, "
        "is_unreadable = ?8, follows_id = ?9, updated_at = ?10, solved_at = ?11, closed_at = ?12, due_at = ?13, "
        "merged_into_id = ?14, tags = ?15, fields = ?16, sentiment = ?17 WHERE tenant_id = :tenant AND id = ?1 AND "
        "version = ?2",
        {t.id, t.version, t.subject, stored(t.type), t.has_type, stored(t.impact), stored(t.urgency), t.unreadable,
         t.follows, t.updated_at, t.solved_at, t.closed_at, t.due_at, t.merged_into, tags_text(t), fields_text(t),
         stored(t.sentiment)});
}

// The columns of kTicketColumns in their order: what is inserted is what is updated.
std::vector<Value> values_of(domain::Ticket const& t) {
    return {t.id,
            t.version,
            stored(t.status),
            stored(t.channel),
            t.customer,
            t.organization,
            t.queue,
            t.agent,
            t.category,
            stored(t.type),
            t.has_type,
            stored(t.impact),
            stored(t.urgency),
            stored(t.priority),
            t.unreadable,
            t.escalated,
            t.follows,
            t.created_at,
            t.updated_at,
            t.first_reply_at,
            t.solved_at,
            t.closed_at,
            t.first_reply_due_at,
            t.solution_due_at,
            t.language,
            t.subject,
            t.due_at,
            t.merged_into,
            tags_text(t),
            fields_text(t),
            t.snoozed_until,
            stored(t.sentiment),
            t.next_reply_due_at,
            t.update_due_at,
            t.handover_due_at,
            t.unexplained_breaches,
            next_due(t)};
}

Result<std::int64_t> run_with(WriteTxn& txn, std::string_view sql, domain::Ticket const& t) {
    return txn.each(sql, std::span<Value const>(values_of(t)), [](Row const&) {});
}

Result<std::int64_t> update_all(WriteTxn& txn, domain::Ticket const& t) {
    return run_with(
        txn,
        "UPDATE ticket SET version = version + 1, status = ?3, channel = ?4, customer_id = ?5, "
        "organization_id = ?6, queue_id = ?7, agent_id = ?8, category_id = ?9, type = ?10, has_type = ?11, "
        "impact = ?12, urgency = ?13, priority = ?14, is_unreadable = ?15, is_escalated = ?16, follows_id = ?17, "
        "created_at = ?18, updated_at = ?19, first_reply_at = ?20, solved_at = ?21, closed_at = ?22, "
        "first_reply_due_at = ?23, solution_due_at = ?24, language = ?25, subject = ?26, due_at = ?27, "
        "merged_into_id = ?28, tags = ?29, fields = ?30, snoozed_until = ?31, sentiment = ?32, "
        "next_reply_due_at = ?33, update_due_at = ?34, handover_due_at = ?35, unexplained_breaches = ?36, "
        "next_due_at = ?37 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        t);
}

}  // namespace

domain::Ticket read_ticket(Row const& row) {
    domain::Ticket out;
    out.id = row.id<domain::TicketTag>(0);
    out.version = row.integer(1);
    out.status = enum_at<domain::Status>(row, 2);
    out.channel = enum_at<domain::Channel>(row, 3);
    out.customer = row.id<domain::CustomerTag>(4);
    out.organization = row.id<domain::OrganizationTag>(5);
    out.queue = row.id<domain::QueueTag>(6);
    out.agent = row.id<domain::AgentTag>(7);
    out.category = row.id<domain::CategoryTag>(8);
    out.type = enum_at<domain::TicketType>(row, 9);
    out.has_type = row.flag(10);
    out.impact = enum_at<domain::Level>(row, 11);
    out.urgency = enum_at<domain::Level>(row, 12);
    out.priority = enum_at<domain::Priority>(row, 13);
    out.unreadable = row.flag(14);
    out.escalated = row.flag(15);
    out.follows = row.id<domain::TicketTag>(16);
    out.created_at = row.at(17);
    out.updated_at = row.at(18);
    out.first_reply_at = row.maybe_at(19);
    out.solved_at = row.maybe_at(20);
    out.closed_at = row.maybe_at(21);
    out.first_reply_due_at = row.maybe_at(22);
    out.solution_due_at = row.maybe_at(23);
    out.language = row.text(24);
    out.subject = row.text(25);
    out.due_at = row.maybe_at(26);
    out.merged_into = row.id<domain::TicketTag>(27);
    if (!row.text(28).empty())
        for (auto const& id : array_column(row, 28)) out.tags.emplace_back(id.to_number<std::int64_t>());
    if (!row.text(29).empty()) out.fields = object_column(row, 29);
    out.snoozed_until = row.maybe_at(30);
    out.sentiment = enum_at<domain::Sentiment>(row, 31);
    out.next_reply_due_at = row.maybe_at(32);
    out.update_due_at = row.maybe_at(33);
    out.handover_due_at = row.maybe_at(34);
    out.unexplained_breaches = static_cast<int>(row.integer(35));
    return out;
}

Result<domain::Ticket> get_ticket(ReadTxn& txn, domain::TicketId id) {
    return get_one(txn, sql<"SELECT ", kTicketColumns, " FROM ticket WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_ticket, missing);
}

Result<domain::Ticket> get_ticket(WriteTxn& txn, domain::TicketId id) {
    return get_one(txn, sql<"SELECT ", kTicketColumns, " FROM ticket WHERE tenant_id = :tenant AND id = ?1 FOR UPDATE">,
                   {id}, read_ticket, missing);
}

Result<domain::Ticket> add_ticket(WriteTxn& txn, domain::Ticket t) {
    TRY(t.id.value, txn.next_id("ticket"));
    t.version = 1;
    auto const done =
        run_with(txn,
                 sql<"INSERT INTO ticket (tenant_id, ", kTicketColumns,
                     ", next_due_at) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                     "?15, ?16, ?17, ?18, "
                     "?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36, ?37)">,
                 t);
    if (!done) return done.error();
    CHECK_OK(count_new(txn, t.id, counted(t)));
    CHECK_OK(facets_moved(txn, {}, t));
    return t;
}

// The guard on the version holds the row as it was read, so the counters move by exactly what this update changes.
Result<domain::Ticket> update_ticket(WriteTxn& txn, domain::Ticket t) {
    TRY(auto const before, get_ticket(txn, t.id));
    if (before.version != t.version) return stale();
    TRY(auto const changed, is_quiet(before, t) ? update_quietly(txn, t) : update_all(txn, t));
    if (changed == 0) return stale();
    CHECK_OK(count_moved(txn, t.id, counted(before), counted(t)));
    CHECK_OK(facets_moved(txn, before, t));
    if (may_wait(before) && !may_wait(t)) CHECK_OK(take_out_of_pool(txn, t.id));
    // Given back, or awake again. A new ticket comes with its settlement, which knows whether it needs a look first.
    if (!may_wait(before) && may_wait(t)) CHECK_OK(put_in_pool(txn, pooled(t, before.agent)));
    ++t.version;
    return t;
}

}  // namespace lotse::store
