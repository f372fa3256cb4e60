// SPDX-License-Identifier: Apache-2.0
// Tickets: rows, lists, counts.
#pragma once

#include <array>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "domain/channel_units.h"
#include "domain/ticket.h"
#include "search/text_query.h"
#include "store/db.h"

namespace lotse::store {

struct TicketFilter;  // ticket_filter.h

enum class TicketSort : std::uint8_t { updated, created, first_reply_due, solution_due, priority, next_due };

// Every filter is optional; several values of one filter mean "any of". Cost: one index range per status (and priority)
// of the filter that leaves fewest tickets, merged, whatever the size of the desk (ticket_paths.h). Other filters are
// judged on the rows met; after 5,000 rows a page comes back as it is, perhaps short or empty, with a cursor to go on.
// By due time, tickets without one stand last in both directions, by the time they came; by priority, the time of the
// last change decides among equals.
struct TicketQuery {
    std::vector<domain::Status> statuses;
    std::optional<domain::QueueId> queue;
    std::vector<domain::QueueId> queues;  // any of these few; beside `queue`: both hold
    std::optional<domain::AgentId> agent;  // AgentId{0}: unassigned
    std::optional<domain::CustomerId> customer;
    std::optional<domain::OrganizationId> organization;
    std::optional<domain::CategoryId> category;
    std::optional<domain::Priority> priority;
    std::optional<domain::Channel> channel;
    std::optional<std::string> language;
    std::optional<bool> escalated;
    std::vector<std::string> facets;  // tags and fields, as ticket_facets.h names them: all of these
    std::optional<bool> snoozed;  // asleep or not; both if absent
    std::optional<Instant> created_from;  // inclusive
    std::optional<Instant> created_to;  // exclusive
    // Words that a ticket must hold. A few hits are sorted; many are met often enough in the order of the list, of which
    // up to 25,000 places are looked at; none are ranked.
    std::optional<search::TextQuery> words;
    std::shared_ptr<TicketFilter const> filter;  // anything else; null: nothing
    TicketSort sort = TicketSort::updated;
    bool descending = true;
    std::string after;  // cursor of the page before; opaque, checked: invalid "page.cursor"
    int offset = 0;  // tickets to pass over first; each costs a look, so at most 100,000
    int limit = 50;  // 1..200
};

struct TicketPage {
    std::vector<domain::Ticket> items;
    std::string next;  // cursor; "" at the end
};

struct QueueCount {
    domain::QueueId queue;
    domain::Status status;
    std::int64_t count = 0;
};

Result<domain::Ticket> get_ticket(ReadTxn& txn, domain::TicketId id);  // not_found "ticket.missing"
// Who is going to change it waits until its row is free, so that nobody is told "stale" who named no version.
Result<domain::Ticket> get_ticket(WriteTxn& txn, domain::TicketId id);
Result<domain::Ticket> add_ticket(WriteTxn& txn, domain::Ticket ticket);  // id is given here; counts kept
// Writes all fields if the stored version is `ticket.version`, which then counts up by one; returns the new row.
// Error: conflict "ticket.stale_version".
Result<domain::Ticket> update_ticket(WriteTxn& txn, domain::Ticket ticket);
Result<TicketPage> list_tickets(ReadTxn& txn, TicketQuery const& query);
// Whether a ticket is one that the query asks for, its words aside.
Result<bool> meets(ReadTxn& txn, domain::Ticket const& ticket, TicketQuery const& query);
// How many there are, if it is at most `most` and can be told by looking at a bounded number of rows; else at least so
// many. `after` and `limit` do not matter.
struct TicketTotal {
    std::int64_t count = 0;
    bool is_exact = true;
};
Result<TicketTotal> count_tickets(ReadTxn& txn, TicketQuery const& query, int most);
// Of any status, created at that time or later; counting ends at `most` for each status.
Result<std::int64_t> count_tickets_since(ReadTxn& txn, Instant since, std::int64_t most);
// From counters kept in the same transaction as the tickets: cost grows with queues, not with tickets.
Result<std::vector<QueueCount>> count_by_queue(ReadTxn& txn);
// Open tickets (new or open) of an owner, by channel, for routing. From counters kept likewise: a row an owner and channel.
struct OpenWork {
    domain::AgentId agent;
    std::array<int, domain::kChannels> by_channel = {};
    int tickets() const { return std::accumulate(by_channel.begin(), by_channel.end(), 0); }
};
Result<std::vector<OpenWork>> count_open_by_agent(ReadTxn& txn);  // of whoever has any
Result<OpenWork> count_open_of(ReadTxn& txn, domain::AgentId agent);

}  // namespace lotse::store
