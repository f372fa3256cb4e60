// SPDX-License-Identifier: Apache-2.0
// Lists of tickets as people ask for them: filters, a query in words, a view, all narrowing together.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/resolve_query.h"
#include "store/tickets.h"

namespace lotse::desk {

// "-updated", "priority", ...; false if there is no such order.
bool set_sort(store::TicketQuery& query, std::string_view sort);

struct TicketWish {
    store::TicketQuery query;  // filters given one by one, the page
    std::string text;          // in the query language
    std::string view;          // id or key of a view; "" none
    std::string sort;          // "": the view's, else the newest change first
    bool wants_total = false;
};
struct FoundTickets {
    store::TicketPage page;
    std::optional<store::TicketTotal> total;
    std::shared_ptr<Setup const> setup;
};
// Errors: a mistake of the query at "?q", not_found "view.missing", invalid "view.no_tickets", "page.cursor".
Result<FoundTickets> find_tickets(Desk& desk, access::Principal const& principal, TicketWish const& wish);

// Both conditions at once; none if no ticket can meet them. Order and page are those of `a`.
std::optional<store::TicketQuery> both(store::TicketQuery a, store::TicketQuery const& b);
// Exact from counters where the query asks for no more than status and queue, else up to `most`.
Result<store::TicketTotal> count_found(store::ReadTxn& txn, store::TicketQuery const& query, int most);

Asker asker_of(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
