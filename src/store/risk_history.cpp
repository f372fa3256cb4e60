// SPDX-License-Identifier: Apache-2.0
#include "store/risk_history.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>

#include "base/text.h"
#include "domain/event.h"
#include "domain/timer.h"
#include "store/change_row.h"
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/ticket_row.h"

namespace lotse::store {
namespace {

using domain::Status;

constexpr Duration kPlacing = std::chrono::minutes{10};

struct Step {
    std::int64_t id = 0;
    Instant at{};
    std::vector<domain::Change> changes;
};
using Steps = std::unordered_map<std::int64_t, std::vector<Step>>;

constexpr SqlPiece kNewest =
    "(SELECT id FROM ticket WHERE tenant_id = :tenant AND status = ?1 ORDER BY created_at DESC, id DESC LIMIT ?2) AS "
    "newest ";

Result<Steps> read_steps(ReadTxn& txn, Status status, int limit) {
    Steps out;
    auto const done =
        txn.each(sql<"SELECT c.ticket_id, c.id, c.at, c.changes FROM ", kNewest,
                     "JOIN change_set AS c ON c.tenant_id = :tenant AND c.ticket_id = newest.id">,
                 {stored(status), limit}, [&](Row const& row) {
                     out[row.integer(0)].push_back({row.integer(1), row.at(2), changes_from(array_column(row, 3))});
                 });
    if (!done) return done.error();
    for (auto& [ticket, steps] : out) std::ranges::sort(steps, {}, &Step::id);
    return out;
}

Result<void> read_missed(ReadTxn& txn, Status status, int limit, std::vector<std::int64_t>& out) {
    auto const done =
        txn.each(sql<"SELECT e.ticket_id, e.data FROM ", kNewest,
                     "JOIN event AS e ON e.tenant_id = :tenant AND e.ticket_id = newest.id WHERE e.kind = ?3">,
                 {stored(status), limit, stored(domain::EventKind::timer_fired)}, [&](Row const& row) {
                     auto const data = object_column(row, 1);
                     if (text_at(data, "timer") == domain::name_of(domain::TimerKind::solution_breach) &&
                         bool_at(data, "missed"))
                         out.push_back(row.integer(0));
                 });
    if (!done) return done.error();
    std::ranges::sort(out);
    return {};
}

bool is_somebody(std::string const& id) { return !id.empty() && id != "0"; }

template <class E>
void put_back(E& field, std::string const& from) {
    if (auto const value = domain::find_enum<E>(from)) field = *value;
}

// Newest change first: each takes the field back to what stood there before.
void undo(domain::Change const& change, domain::Ticket& ticket) {
    auto const id = to_int(std::string_view(change.from)).value_or(0);
    if (change.field == "queue") ticket.queue.value = id;
    if (change.field == "category") ticket.category.value = id;
    if (change.field == "organization") ticket.organization.value = id;
    if (change.field == "language") ticket.language = change.from;
    if (change.field == "priority") put_back(ticket.priority, change.from);
    if (change.field == "impact") put_back(ticket.impact, change.from);
    if (change.field == "urgency") put_back(ticket.urgency, change.from);
    if (change.field == "sentiment") put_back(ticket.sentiment, change.from);
    if (change.field != "type") return;
    ticket.has_type = !change.from.empty();
    put_back(ticket.type, change.from);
}

void note(domain::Change const& change, PastTicket& out) {
    if (change.field == "status") {
        auto const is_done = [](std::string_view name) {
            return name == domain::name_of(Status::solved) || name == domain::name_of(Status::closed);
        };
        if (is_done(change.from) && !is_done(change.to)) out.was_reopened = true;
    }
    bool const is_place = change.field == "queue" || change.field == "agent";
    if (is_place && is_somebody(change.from) && is_somebody(change.to) && change.from != change.to)
        out.was_reassigned = true;
}

}  // namespace

Result<std::vector<PastTicket>> list_past_tickets(ReadTxn& txn, int limit, Status status) {
    TRY(auto tickets,
        list_all(txn,
                 sql<"SELECT ", kTicketColumns,
                     " FROM ticket WHERE tenant_id = :tenant AND status = ?1 ORDER BY created_at DESC, id "
                     "DESC LIMIT ?2">,
                 {stored(status), limit}, read_ticket));
    TRY(auto const steps, read_steps(txn, status, limit));
    std::vector<std::int64_t> missed;
    CHECK_OK(read_missed(txn, status, limit, missed));
    std::vector<PastTicket> out;
    for (auto& ticket : tickets) {
        PastTicket past;
        past.ticket = std::move(ticket);
        past.missed_solution = std::ranges::binary_search(missed, past.ticket.id.value);
        auto const placed_by = past.ticket.created_at + kPlacing;
        if (auto const found = steps.find(past.ticket.id.value); found != steps.end())
            for (auto step = found->second.rbegin(); step != found->second.rend(); ++step) {
                if (step->at <= placed_by) break;
                for (auto change = step->changes.rbegin(); change != step->changes.rend(); ++change) {
                    note(*change, past);
                    undo(*change, past.ticket);
                }
            }
        out.push_back(std::move(past));
    }
    std::ranges::reverse(out);
    return out;
}

Result<int> count_earlier(ReadTxn& txn, domain::Ticket const& ticket, int most) {
    TRY(auto const found,
        find_one<std::int64_t>(txn,
                               "SELECT COUNT(*) FROM (SELECT 1 FROM ticket WHERE tenant_id = :tenant "
                               "AND customer_id = ?1 AND id < ?2 LIMIT ?3) AS earlier",
                               {ticket.customer, ticket.id, most}, [](Row const& row) { return row.integer(0); }));
    return static_cast<int>(found.value_or(0));
}

}  // namespace lotse::store
