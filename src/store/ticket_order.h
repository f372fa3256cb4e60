// SPDX-License-Identifier: Apache-2.0
// The order of a list of tickets, its cursor, and what belongs to it. Pure.
//
// A list is a row of segments, each in (key, id) order: by time there is one; by priority one for each priority, in which
// the time of the last change decides; by due time those that have one, and behind them, whichever the direction, those
// that have none, by the time they came. Tickets are walked segment by segment.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/ticket_paths.h"
#include "store/tickets.h"

namespace lotse::store {

struct Segment {
    int number = 0;
    RangeKey key = RangeKey::updated;
    std::vector<domain::Priority> priorities;  // of `updated` ranges
    bool wants_no_due = false;  // the tail of a list by due time
};

// Where a ticket stands in a list.
struct Place {
    int segment = 0;
    std::int64_t key = 0;
    std::int64_t id = 0;
};

std::vector<Segment> segments_of(TicketQuery const& query);
RangeKey main_key(TicketSort sort);
std::int64_t key_of(domain::Ticket const& ticket, RangeKey key);
Place place_of(domain::Ticket const& ticket, TicketQuery const& query);
bool is_before(Place const& a, Place const& b, bool descending);
// Whether the ticket has all that the query asks for.
bool matches(domain::Ticket const& ticket, TicketQuery const& query);
bool has_due(domain::Ticket const& ticket, TicketSort sort);

// Bound to sort and direction; not to the filters, which may be narrowed while paging.
std::string cursor_of(TicketQuery const& query, Place const& place);
// Nothing for "". Error: invalid "page.cursor".
Result<std::optional<Place>> read_cursor(TicketQuery const& query);

}  // namespace lotse::store
