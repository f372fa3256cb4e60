// SPDX-License-Identifier: Apache-2.0
#include "desk/find_tickets.h"

#include <algorithm>

#include "desk/views.h"
#include "store/ticket_filter.h"

namespace lotse::desk {
namespace {

using store::TicketQuery;

constexpr int kMostCounted = 999;

// `a` takes what `b` asks for; false where the two exclude each other.
template <class T>
bool meet(std::optional<T>& a, std::optional<T> const& b) {
    if (!b) return true;
    if (!a) a = b;
    return *a == *b;
}

template <class T>
bool meet(std::vector<T>& a, std::vector<T> const& b) {
    if (b.empty()) return true;
    if (a.empty()) {
        a = b;
        return true;
    }
    std::erase_if(a, [&](auto const& one) { return std::ranges::count(b, one) == 0; });
    return !a.empty();
}

void meet_words(TicketQuery& a, TicketQuery const& b) {
    if (!b.words) return;
    if (!a.words) {
        a.words = b.words;
        return;
    }
    search::TextQuery all;
    all.kind = search::TextQuery::Kind::all;
    all.inner = {*a.words, *b.words};
    a.words = std::move(all);
}

void meet_filters(TicketQuery& a, TicketQuery const& b) {
    if (!b.filter) return;
    if (!a.filter) {
        a.filter = b.filter;
        return;
    }
    store::TicketFilter all;
    all.parts = {*a.filter, *b.filter};
    a.filter = std::make_shared<store::TicketFilter const>(std::move(all));
}

bool asks_for_counters_only(TicketQuery const& query) {
    return !query.agent && !query.customer && !query.organization && !query.category && !query.priority &&
           !query.channel && !query.language && !query.escalated && !query.snoozed && !query.created_from &&
           !query.created_to && query.facets.empty() && !query.words && !query.filter;
}

Result<store::TicketTotal> count_by_counters(store::ReadTxn& txn, TicketQuery const& query) {
    TRY(auto const counts, store::count_by_queue(txn));
    store::TicketTotal total;
    for (auto const& count : counts) {
        bool const is_status = query.statuses.empty() || std::ranges::count(query.statuses, count.status) > 0;
        bool const is_queue = (!query.queue || *query.queue == count.queue) &&
                              (query.queues.empty() || std::ranges::count(query.queues, count.queue) > 0);
        if (is_status && is_queue) total.count += count.count;
    }
    return total;
}

}  // namespace

bool set_sort(TicketQuery& query, std::string_view sort) {
    query.descending = sort.starts_with('-');
    if (query.descending) sort.remove_prefix(1);
    constexpr std::array<std::pair<std::string_view, store::TicketSort>, 6> names{
        {{"updated", store::TicketSort::updated},
         {"created", store::TicketSort::created},
         {"first_reply_due", store::TicketSort::first_reply_due},
         {"solution_due", store::TicketSort::solution_due},
         {"next_due", store::TicketSort::next_due},
         {"priority", store::TicketSort::priority}}};
    auto const found = std::ranges::find(names, sort, &std::pair<std::string_view, store::TicketSort>::first);
    if (found == names.end()) return false;
    query.sort = found->second;
    return true;
}

std::optional<TicketQuery> both(TicketQuery a, TicketQuery const& b) {
    bool const is_possible = meet(a.statuses, b.statuses) && meet(a.queue, b.queue) && meet(a.agent, b.agent) &&
                             meet(a.customer, b.customer) && meet(a.organization, b.organization) &&
                             meet(a.category, b.category) && meet(a.priority, b.priority) &&
                             meet(a.channel, b.channel) && meet(a.language, b.language) &&
                             meet(a.escalated, b.escalated) && meet(a.snoozed, b.snoozed) && meet(a.queues, b.queues);
    if (!is_possible) return std::nullopt;
    if (b.created_from) a.created_from = std::max(a.created_from.value_or(*b.created_from), *b.created_from);
    if (b.created_to) a.created_to = std::min(a.created_to.value_or(*b.created_to), *b.created_to);
    a.facets.insert(a.facets.end(), b.facets.begin(), b.facets.end());
    meet_words(a, b);
    meet_filters(a, b);
    return a;
}

Result<store::TicketTotal> count_found(store::ReadTxn& txn, TicketQuery const& query, int most) {
    if (asks_for_counters_only(query)) return count_by_counters(txn, query);
    return store::count_tickets(txn, query, most);
}

Asker asker_of(Desk& desk, access::Principal const& principal) { return {principal.agent, desk.clock.now()}; }

Result<FoundTickets> find_tickets(Desk& desk, access::Principal const& principal, TicketWish const& wish) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<FoundTickets> {
        FoundTickets out;
        TRY(out.setup, desk.setups.get(txn));
        auto const asker = asker_of(desk, principal);
        TRY(auto asked, ticket_query_of(txn, *out.setup, asker, wish.text, "?q"));
        auto query = both(wish.query, asked);
        std::string sort = wish.sort.empty() ? "-updated" : wish.sort;
        if (!wish.view.empty()) {
            TRY(auto const view, find_view(txn, *out.setup, principal, wish.view));
            if (!view.url.empty()) return invalid("view.no_tickets", "This view lists no tickets.", "?view");
            TRY(auto const narrowed, ticket_query_of(txn, *out.setup, asker, view.query, "?view"));
            if (query) query = both(*std::move(query), narrowed);
            if (wish.sort.empty()) sort = view.sort;
        }
        if (wish.wants_total) out.total = store::TicketTotal{};
        if (!query) return out;
        set_sort(*query, sort);
        TRY(out.page, store::list_tickets(txn, *query));
        if (wish.wants_total) {
            TRY(out.total, count_found(txn, *query, kMostCounted));
        }
        return out;
    });
}

}  // namespace lotse::desk
