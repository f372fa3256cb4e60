// SPDX-License-Identifier: Apache-2.0
#include "store/ticket_paths.h"

#include <utility>

#include "base/must.h"
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/ticket_row.h"

namespace lotse::store {
namespace {

// What makes a partial index eligible (IS NOT NULL, <> 0, <> '') is written out, or neither engine takes it.
constexpr SqlPiece kFrom = " FROM ticket WHERE tenant_id = :tenant AND status = ?1";

template <SqlPiece Filter>
std::string_view updated(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND priority = ?5 AND (updated_at, id) < (?2, ?3) "
                            "ORDER BY updated_at DESC, id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND priority = ?5 AND (updated_at, id) > (?2, ?3) ORDER BY updated_at, id LIMIT ?4">;
}

template <SqlPiece Filter>
std::string_view created(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND (created_at, id) < (?2, ?3) ORDER BY created_at DESC, id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND (created_at, id) > (?2, ?3) ORDER BY created_at, id LIMIT ?4">;
}

template <SqlPiece Filter>
std::string_view first_reply_due(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND first_reply_due_at IS NOT NULL AND (first_reply_due_at, id) < (?2, ?3) "
                            "ORDER BY first_reply_due_at DESC, id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND first_reply_due_at IS NOT NULL AND (first_reply_due_at, id) > (?2, ?3) "
                            "ORDER BY first_reply_due_at, id LIMIT ?4">;
}

template <SqlPiece Filter>
std::string_view solution_due(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND solution_due_at IS NOT NULL AND (solution_due_at, id) < (?2, ?3) "
                            "ORDER BY solution_due_at DESC, id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND solution_due_at IS NOT NULL AND (solution_due_at, id) > (?2, ?3) "
                            "ORDER BY solution_due_at, id LIMIT ?4">;
}

template <SqlPiece Filter>
std::string_view next_due_range(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND next_due_at IS NOT NULL AND (next_due_at, id) < (?2, ?3) "
                            "ORDER BY next_due_at DESC, id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFrom, Filter,
                            " AND next_due_at IS NOT NULL AND (next_due_at, id) > (?2, ?3) "
                            "ORDER BY next_due_at, id LIMIT ?4">;
}

// Tags and values of fields have their own table; CROSS JOIN keeps SQLite from walking the tickets instead.
constexpr SqlPiece kFromFacets =
    " FROM ticket_facet CROSS JOIN ticket WHERE ticket_facet.tenant_id = :tenant AND facet_status = ?1";
constexpr SqlPiece kSameTicket = " AND ticket.tenant_id = :tenant AND ticket.id = ticket_id";

std::string_view updated_facet(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFromFacets,
                            " AND facet = ?6 AND facet_priority = ?5 AND (facet_updated_at, ticket_id) < (?2, ?3)",
                            kSameTicket, " ORDER BY facet_updated_at DESC, ticket_id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFromFacets,
                            " AND facet = ?6 AND facet_priority = ?5 AND (facet_updated_at, ticket_id) > (?2, ?3)",
                            kSameTicket, " ORDER BY facet_updated_at, ticket_id LIMIT ?4">;
}

std::string_view created_facet(bool descending) {
    return descending ? sql<"SELECT ", kTicketColumns, kFromFacets,
                            " AND facet = ?5 AND (facet_created_at, ticket_id) < (?2, ?3)", kSameTicket,
                            " ORDER BY facet_created_at DESC, ticket_id DESC LIMIT ?4">
                      : sql<"SELECT ", kTicketColumns, kFromFacets,
                            " AND facet = ?5 AND (facet_created_at, ticket_id) > (?2, ?3)", kSameTicket,
                            " ORDER BY facet_created_at, ticket_id LIMIT ?4">;
}

std::string_view updated_path(Narrow narrow, bool descending) {
    switch (narrow) {
        case Narrow::customer: return updated<" AND customer_id = ?6">(descending);
        case Narrow::snoozed: return updated<" AND snoozed_until IS NOT NULL">(descending);
        case Narrow::escalated: return updated<" AND is_escalated = 1">(descending);
        case Narrow::facet: return updated_facet(descending);
        case Narrow::agent: return updated<" AND agent_id = ?6">(descending);
        case Narrow::organization: return updated<" AND organization_id = ?6 AND organization_id <> 0">(descending);
        case Narrow::category: return updated<" AND category_id = ?6 AND category_id <> 0">(descending);
        case Narrow::queue: return updated<" AND queue_id = ?6">(descending);
        case Narrow::language: return updated<" AND language = ?6 AND language <> ''">(descending);
        case Narrow::channel: return updated<" AND channel = ?6 AND channel <> 0">(descending);
        case Narrow::none: return updated<"">(descending);
    }
    std::unreachable();
}

std::string_view created_path(Narrow narrow, bool descending) {
    switch (narrow) {
        case Narrow::facet: return created_facet(descending);
        case Narrow::agent: return created<" AND agent_id = ?5">(descending);
        case Narrow::organization: return created<" AND organization_id = ?5 AND organization_id <> 0">(descending);
        case Narrow::category: return created<" AND category_id = ?5 AND category_id <> 0">(descending);
        case Narrow::queue: return created<" AND queue_id = ?5">(descending);
        case Narrow::none: return created<"">(descending);
        default: return {};
    }
}

std::string_view first_reply_path(Narrow narrow, bool descending) {
    switch (narrow) {
        case Narrow::customer: return first_reply_due<" AND customer_id = ?5">(descending);
        case Narrow::agent: return first_reply_due<" AND agent_id = ?5">(descending);
        case Narrow::organization:
            return first_reply_due<" AND organization_id = ?5 AND organization_id <> 0">(descending);
        case Narrow::queue: return first_reply_due<" AND queue_id = ?5">(descending);
        case Narrow::none: return first_reply_due<"">(descending);
        default: return {};
    }
}

std::string_view solution_path(Narrow narrow, bool descending) {
    switch (narrow) {
        case Narrow::customer: return solution_due<" AND customer_id = ?5">(descending);
        case Narrow::agent: return solution_due<" AND agent_id = ?5">(descending);
        case Narrow::organization:
            return solution_due<" AND organization_id = ?5 AND organization_id <> 0">(descending);
        case Narrow::queue: return solution_due<" AND queue_id = ?5">(descending);
        case Narrow::none: return solution_due<"">(descending);
        default: return {};
    }
}

std::string_view next_due_path(Narrow narrow, bool descending) {
    switch (narrow) {
        case Narrow::agent: return next_due_range<" AND agent_id = ?5">(descending);
        case Narrow::queue: return next_due_range<" AND queue_id = ?5">(descending);
        case Narrow::none: return next_due_range<"">(descending);
        default: return {};
    }
}

std::string_view find_path(Narrow narrow, RangeKey key, bool descending) {
    switch (key) {
        case RangeKey::updated: return updated_path(narrow, descending);
        case RangeKey::created: return created_path(narrow, descending);
        case RangeKey::first_reply_due: return first_reply_path(narrow, descending);
        case RangeKey::solution_due: return solution_path(narrow, descending);
        case RangeKey::next_due: return next_due_path(narrow, descending);
    }
    std::unreachable();
}

template <SqlPiece Filter>
constexpr std::string_view kCount = sql<"SELECT COUNT(*) FROM (SELECT id", kFrom, Filter, " LIMIT ?2) AS found">;

}  // namespace

bool has_path(Narrow narrow, RangeKey key) { return !find_path(narrow, key, false).empty(); }

std::string_view path_statement(Narrow narrow, RangeKey key, bool descending) {
    std::string_view const statement = find_path(narrow, key, descending);
    must(!statement.empty(), "an index for this path");
    return statement;
}

std::string_view count_statement(Narrow narrow) {
    switch (narrow) {
        case Narrow::customer: return kCount<" AND customer_id = ?3">;
        case Narrow::snoozed: return kCount<" AND snoozed_until IS NOT NULL">;
        case Narrow::escalated: return kCount<" AND is_escalated = 1">;
        case Narrow::facet:
            return "SELECT COUNT(*) FROM (SELECT ticket_id FROM ticket_facet WHERE tenant_id = :tenant "
                   "AND facet_status = ?1 AND facet = ?3 LIMIT ?2) AS found";
        case Narrow::organization: return kCount<" AND organization_id = ?3 AND organization_id <> 0">;
        case Narrow::category: return kCount<" AND category_id = ?3 AND category_id <> 0">;
        case Narrow::language: return kCount<" AND language = ?3 AND language <> ''">;
        case Narrow::channel: return kCount<" AND channel = ?3 AND channel <> 0">;
        case Narrow::agent:
        case Narrow::queue:
        case Narrow::none: break;
    }
    must(false, "a range that lacks an order");
    std::unreachable();
}

bool narrows(TicketQuery const& query, Narrow narrow) {
    switch (narrow) {
        case Narrow::customer: return query.customer.has_value();
        case Narrow::snoozed: return query.snoozed.value_or(false);
        case Narrow::escalated: return query.escalated.value_or(false);
        case Narrow::facet: return !query.facets.empty();
        case Narrow::agent: return query.agent.has_value();
        case Narrow::organization: return query.organization.value_or(domain::OrganizationId{}).value != 0;
        case Narrow::category: return query.category.value_or(domain::CategoryId{}).value != 0;
        case Narrow::queue: return query.queue.has_value() || !query.queues.empty();
        case Narrow::language: return !query.language.value_or("").empty();
        case Narrow::channel: return query.channel.value_or(domain::Channel::email) != domain::Channel::email;
        case Narrow::none: return true;
    }
    std::unreachable();
}

bool has_value(Narrow narrow) {
    return narrow != Narrow::snoozed && narrow != Narrow::escalated && narrow != Narrow::none;
}

Value value_of(TicketQuery const& query, Narrow narrow) {
    switch (narrow) {
        case Narrow::customer: return query.customer;
        case Narrow::facet: return short_key(query.facets.front());
        case Narrow::agent: return query.agent;
        case Narrow::organization: return query.organization;
        case Narrow::category: return query.category;
        case Narrow::queue: return query.queue;
        case Narrow::language: return query.language;
        case Narrow::channel: return stored(query.channel.value_or(domain::Channel::email));
        default: return nullptr;
    }
}

}  // namespace lotse::store
