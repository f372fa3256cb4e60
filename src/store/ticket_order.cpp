// SPDX-License-Identifier: Apache-2.0
#include "store/ticket_order.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"
#include "store/rows.h"
#include "store/ticket_facets.h"
#include "store/ticket_filter.h"

namespace lotse::store {
namespace {

using domain::Priority;

constexpr std::array kPriorities{Priority::urgent, Priority::high, Priority::normal, Priority::low};

std::optional<Instant> due_of(domain::Ticket const& ticket, TicketSort sort) {
    if (sort == TicketSort::first_reply_due) return ticket.first_reply_due_at;
    return sort == TicketSort::solution_due ? ticket.solution_due_at : next_due(ticket);
}

bool is_due_sort(TicketSort sort) {
    return sort == TicketSort::first_reply_due || sort == TicketSort::solution_due || sort == TicketSort::next_due;
}

std::vector<Segment> by_priority(TicketQuery const& query) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < kPriorities.size(); ++i) {
        auto const priority = query.descending ? kPriorities[i] : kPriorities[kPriorities.size() - 1 - i];
        if (query.priority && *query.priority != priority) continue;
        segments.push_back({static_cast<int>(i), RangeKey::updated, {priority}, false});
    }
    return segments;
}

}  // namespace

RangeKey main_key(TicketSort sort) {
    switch (sort) {
        case TicketSort::updated:
        case TicketSort::priority: return RangeKey::updated;
        case TicketSort::created: return RangeKey::created;
        case TicketSort::first_reply_due: return RangeKey::first_reply_due;
        case TicketSort::solution_due: return RangeKey::solution_due;
        case TicketSort::next_due: return RangeKey::next_due;
    }
    std::unreachable();
}

std::vector<Segment> segments_of(TicketQuery const& query) {
    if (query.sort == TicketSort::priority) return by_priority(query);
    std::vector<Segment> segments{{0, main_key(query.sort), {}, false}};
    if (query.sort == TicketSort::updated) {
        segments[0].priorities.assign(kPriorities.begin(), kPriorities.end());
        if (query.priority) segments[0].priorities = {*query.priority};
    }
    if (is_due_sort(query.sort)) segments.push_back({1, RangeKey::created, {}, true});
    return segments;
}

std::int64_t key_of(domain::Ticket const& ticket, RangeKey key) {
    switch (key) {
        case RangeKey::updated: return micros(ticket.updated_at);
        case RangeKey::created: return micros(ticket.created_at);
        case RangeKey::first_reply_due: return micros(ticket.first_reply_due_at.value());
        case RangeKey::solution_due: return micros(ticket.solution_due_at.value());
        case RangeKey::next_due: return micros(next_due(ticket).value());
    }
    std::unreachable();
}

bool has_due(domain::Ticket const& ticket, TicketSort sort) { return due_of(ticket, sort).has_value(); }

Place place_of(domain::Ticket const& ticket, TicketQuery const& query) {
    Place place{0, 0, ticket.id.value};
    RangeKey key = main_key(query.sort);
    if (query.sort == TicketSort::priority) {
        int const rank = static_cast<int>(ticket.priority);
        place.segment = query.descending ? static_cast<int>(kPriorities.size()) - 1 - rank : rank;
    } else if (is_due_sort(query.sort) && !has_due(ticket, query.sort)) {
        place.segment = 1;
        key = RangeKey::created;
    }
    place.key = key_of(ticket, key);
    return place;
}

bool is_before(Place const& a, Place const& b, bool descending) {
    if (a.segment != b.segment) return a.segment < b.segment;
    auto const x = std::tie(a.key, a.id);
    auto const y = std::tie(b.key, b.id);
    return descending ? y < x : x < y;
}

bool matches(domain::Ticket const& ticket, TicketQuery const& query) {
    auto const is = [](auto const& wanted, auto const& value) { return !wanted || *wanted == value; };
    bool const has_status =
        query.statuses.empty() || std::ranges::find(query.statuses, ticket.status) != query.statuses.end();
    bool const has_queue = query.queues.empty() || std::ranges::find(query.queues, ticket.queue) != query.queues.end();
    if (!has_queue || !has_facets(ticket, query.facets)) return false;
    return has_status && is(query.queue, ticket.queue) && is(query.agent, ticket.agent) &&
           is(query.customer, ticket.customer) && is(query.organization, ticket.organization) &&
           is(query.category, ticket.category) && is(query.priority, ticket.priority) &&
           is(query.channel, ticket.channel) && is(query.language, ticket.language) &&
           is(query.escalated, ticket.escalated) && is(query.snoozed, ticket.snoozed_until.has_value()) &&
           (!query.created_from || ticket.created_at >= *query.created_from) &&
           (!query.created_to || ticket.created_at < *query.created_to);
}

// "2d0.1764093600000000.17": sort, direction, segment; key; id.
std::string cursor_of(TicketQuery const& query, Place const& place) {
    return std::to_string(static_cast<int>(query.sort)) + (query.descending ? "d" : "a") +
           std::to_string(place.segment) + "." + std::to_string(place.key) + "." + std::to_string(place.id);
}

Result<std::optional<Place>> read_cursor(TicketQuery const& query) {
    if (query.after.empty()) return std::optional<Place>{};
    auto const parts = split(query.after, '.');
    if (parts.size() != 3 || parts[0].size() != 3) return bad_cursor();
    auto const segment = to_int(parts[0].substr(2));
    auto const key = to_int(parts[1]);
    auto const id = to_int(parts[2]);
    if (!segment || *segment < 0 || *segment > 3 || !key || !id || *id < 1) return bad_cursor();
    Place const place{static_cast<int>(*segment), *key, *id};
    if (cursor_of(query, place) != query.after) return bad_cursor();
    return std::optional(place);
}

}  // namespace lotse::store
