// SPDX-License-Identifier: Apache-2.0
#include "store/work_history.h"

#include <unordered_map>

#include "domain/event.h"
#include "store/change_row.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

using domain::EventKind;
using domain::Status;

constexpr SqlPiece kWhich =
    "ticket WHERE tenant_id = :tenant AND status = ?1 AND created_at >= ?2 AND created_at <= ?3 AND "
    "(created_at < ?3 OR id < ?4) ORDER BY created_at DESC, id DESC LIMIT ?5";

using ById = std::unordered_map<std::int64_t, WorkedTicket*>;

WorkedTicket read_worked(Row const& row) {
    WorkedTicket out;
    out.id = row.id<domain::TicketTag>(0);
    out.status = enum_at<Status>(row, 1);
    out.priority = enum_at<domain::Priority>(row, 2);
    out.customer = domain::CustomerId(row.integer(3));
    out.organization = domain::OrganizationId(row.integer(4));
    out.queue = domain::QueueId(row.integer(5));
    out.agent = domain::AgentId(row.integer(6));
    out.category = domain::CategoryId(row.integer(7));
    out.language = row.text(8);
    out.is_merged = row.integer(9) != 0;
    out.created_at = row.at(10);
    out.first_reply_at = row.maybe_at(11);
    out.solved_at = row.maybe_at(12);
    out.channel = enum_at<domain::Channel>(row, 13);
    return out;
}

bool is_over(std::string_view status) {
    return status == domain::name_of(Status::solved) || status == domain::name_of(Status::closed);
}

void note_event(Row const& row, WorkedTicket& ticket) {
    auto const kind = static_cast<EventKind>(row.integer(1));
    domain::AgentId const agent(row.integer(2));
    if (kind == EventKind::customer_wrote) ticket.acts.push_back({row.at(3), WorkActKind::customer_wrote, {}});
    else if (kind == EventKind::agent_replied) ticket.acts.push_back({row.at(3), WorkActKind::replied, agent});
    else ticket.acts.push_back({row.at(3), WorkActKind::worked, agent});
}

// Only what people did by hand is their work; a status that Lotse set says when whose turn it was.
void note_changes(std::vector<domain::Change> const& changes, Instant at, EventKind kind, domain::AgentId agent,
                  WorkedTicket& ticket) {
    bool const by_hand = kind == EventKind::updated && agent;
    bool is_work = false;
    for (auto const& change : changes) {
        if (change.field != "queue" && change.field != "agent") is_work = true;
        if (change.field != "status") continue;
        if (is_over(change.to) && !is_over(change.from))
            ticket.acts.push_back({at, WorkActKind::solved, by_hand ? agent : domain::AgentId()});
        else if (is_over(change.from) && !is_over(change.to)) ticket.acts.push_back({at, WorkActKind::reopened, {}});
        else if (change.to == domain::name_of(Status::waiting)) ticket.acts.push_back({at, WorkActKind::waiting, {}});
    }
    if (by_hand && is_work) ticket.acts.push_back({at, WorkActKind::worked, agent});
}

}  // namespace

Result<std::vector<WorkedTicket>> list_worked_tickets(ReadTxn& txn, WorkPage const& page) {
    std::initializer_list<Value> const which{stored(page.status), page.since, page.before, page.before_id, page.limit};
    std::initializer_list<Value> const which_acts{stored(page.status),
                                                  page.since,
                                                  page.before,
                                                  page.before_id,
                                                  page.limit,
                                                  stored(EventKind::customer_wrote),
                                                  stored(domain::Actor::agent),
                                                  stored(EventKind::agent_replied),
                                                  stored(EventKind::noted),
                                                  stored(EventKind::forwarded)};
    TRY(auto out,
        list_all(txn,
                 sql<"SELECT id, status, priority, customer_id, organization_id, queue_id, agent_id, "
                     "category_id, language, merged_into_id, created_at, first_reply_at, solved_at, channel FROM ",
                     kWhich>,
                 which, read_worked));
    ById by_id;
    for (auto& one : out) by_id[one.id.value] = &one;
    auto const done = txn.each(
        sql<"SELECT e.ticket_id, e.kind, e.agent_id, e.at FROM (SELECT id FROM ", kWhich,
            ") AS page JOIN event AS e ON e.tenant_id = :tenant AND e.ticket_id = page.id WHERE e.kind = ?6 OR "
            "(e.actor = ?7 AND (e.kind = ?8 OR e.kind = ?9 OR e.kind = ?10))">,
        which_acts, [&](Row const& row) { note_event(row, *by_id.at(row.integer(0))); });
    if (!done) return done.error();
    auto const changed =
        txn.each(sql<"SELECT c.ticket_id, c.at, c.changes, e.kind, e.agent_id FROM (SELECT id FROM ", kWhich,
                     ") AS page JOIN change_set AS c ON c.tenant_id = :tenant AND c.ticket_id = page.id "
                     "JOIN event AS e ON e.tenant_id = :tenant AND e.id = c.event_id">,
                 which, [&](Row const& row) {
                     note_changes(changes_from(array_column(row, 2)), row.at(1), static_cast<EventKind>(row.integer(3)),
                                  domain::AgentId(row.integer(4)), *by_id.at(row.integer(0)));
                 });
    if (!changed) return changed.error();
    auto const booked =
        txn.each(sql<"SELECT t.ticket_id, t.minutes FROM (SELECT id FROM ", kWhich,
                     ") AS page JOIN time_entry AS t ON t.tenant_id = :tenant AND t.ticket_id = page.id">,
                 which, [&](Row const& row) { by_id.at(row.integer(0))->booked_minutes += row.integer(1); });
    if (!booked) return booked.error();
    return out;
}

Result<std::int64_t> count_open_before(ReadTxn& txn, Status status, Instant before, std::int64_t most) {
    TRY(auto const found,
        find_one<std::int64_t>(txn,
                               "SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE tenant_id = :tenant AND status = ?1 "
                               "AND created_at < ?2 LIMIT ?3) AS older",
                               {stored(status), before, most}, [](Row const& row) { return row.integer(0); }));
    return found.value_or(0);
}

}  // namespace lotse::store
