// SPDX-License-Identifier: Apache-2.0
// The index ranges that lists of tickets walk. Each statement reads one range in order, from a position on; filters that
// the range does not know are judged in C++ (ticket_order.h), so the number of rows looked at is known and bounded.
#pragma once

#include <string_view>

#include "store/db.h"
#include "store/tickets.h"

namespace lotse::store {

// What a range is narrowed by, besides tenant and status. In order of preference: the one that leaves fewest tickets.
enum class Narrow : std::uint8_t {
    customer,
    snoozed,
    escalated,
    facet,
    agent,
    organization,
    category,
    queue,
    language,
    channel,
    none
};
// What a range is ordered by. `updated` ranges hold one priority each.
enum class RangeKey : std::uint8_t { updated, created, first_reply_due, solution_due, next_due };

bool has_path(Narrow narrow, RangeKey key);
// Parameters: ?1 status, ?2 key and ?3 id of the position before, ?4 limit; then ?5 priority (`updated` only), then the
// value narrowed by, if there is one. Ranges of a due time hold the tickets that have it.
std::string_view path_statement(Narrow narrow, RangeKey key, bool descending);
// Counts a range that lacks one of the orders, up to a limit. Parameters: ?1 status, ?2 limit, then the value.
std::string_view count_statement(Narrow narrow);

// Whether the query narrows so, and the value to bind; `has_value` is false for snoozed, escalated and none. No firm, no category,
// no language and e-mail are no narrowing: many a desk has little else, so they have no index. Of several queues each
// range holds one: its value is the caller's.
bool narrows(TicketQuery const& query, Narrow narrow);
bool has_value(Narrow narrow);
Value value_of(TicketQuery const& query, Narrow narrow);

}  // namespace lotse::store
