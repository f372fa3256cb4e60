// SPDX-License-Identifier: Apache-2.0
#include "store/ticket_filter.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "store/ticket_facets.h"

namespace lotse::store {
namespace {

std::optional<std::int64_t> moment(std::optional<Instant> const& at) {
    if (!at) return std::nullopt;
    return micros(*at);
}

}  // namespace

std::optional<Instant> next_due(domain::Ticket const& ticket) {
    std::optional<Instant> soonest;
    for (auto const& due : {ticket.first_reply_due_at, ticket.next_reply_due_at, ticket.update_due_at,
                            ticket.solution_due_at, ticket.handover_due_at, ticket.due_at})
        if (due && (!soonest || *due < *soonest)) soonest = due;
    return soonest;
}

std::optional<std::int64_t> value_of(domain::Ticket const& ticket, Attribute attribute) {
    using enum Attribute;
    switch (attribute) {
        case status: return static_cast<std::int64_t>(ticket.status);
        case priority: return static_cast<std::int64_t>(ticket.priority);
        case channel: return static_cast<std::int64_t>(ticket.channel);
        case type:
            if (!ticket.has_type) return std::nullopt;
            return static_cast<std::int64_t>(ticket.type);
        case queue: return ticket.queue.value;
        case agent: return ticket.agent.value;
        case customer: return ticket.customer.value;
        case organization: return ticket.organization.value;
        case category: return ticket.category.value;
        case id: return ticket.id.value;
        case follows: return ticket.follows.value;
        case created: return micros(ticket.created_at);
        case updated: return micros(ticket.updated_at);
        case first_reply_due: return moment(ticket.first_reply_due_at);
        case solution_due: return moment(ticket.solution_due_at);
        case Attribute::next_due: return moment(store::next_due(ticket));
        case solved: return moment(ticket.solved_at);
        case closed: return moment(ticket.closed_at);
        case escalated: return ticket.escalated ? 1 : 0;
        case unreadable: return ticket.unreadable ? 1 : 0;
        case snoozed: return ticket.snoozed_until ? 1 : 0;
    }
    std::unreachable();
}

Result<bool> passes(TicketFilter const& filter, domain::Ticket const& ticket, HasWords const& has_words) {
    using Kind = TicketFilter::Kind;
    switch (filter.kind) {
        case Kind::all:
        case Kind::any: {
            bool const wanted = filter.kind == Kind::any;
            for (auto const& part : filter.parts) {
                TRY(bool const is, passes(part, ticket, has_words));
                if (is == wanted) return wanted;
            }
            return !wanted;
        }
        case Kind::no: {
            TRY(bool const is, passes(filter.parts.front(), ticket, has_words));
            return !is;
        }
        case Kind::words: return has_words(filter.words, ticket.id);
        case Kind::one_of: {
            auto const value = value_of(ticket, filter.attribute);
            return value && std::ranges::count(filter.values, *value) > 0;
        }
        case Kind::within: {
            auto const value = value_of(ticket, filter.attribute);
            return value && *value >= filter.from && *value < filter.to;
        }
        case Kind::facets:
            return std::ranges::any_of(filter.facets, [&](auto const& facet) { return has_facets(ticket, {facet}); });
        case Kind::language: return std::ranges::count(filter.languages, ticket.language) > 0;
    }
    std::unreachable();
}

}  // namespace lotse::store
