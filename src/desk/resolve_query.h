// SPDX-License-Identifier: Apache-2.0
// From a query's tree to what the store is asked: names become ids, "me" a person, "7d" an instant. Whatever an index
// can narrow by is taken out of the top of the tree, the rest stays a condition on rows.
#pragma once

#include <string_view>
#include <variant>

#include "desk/setup.h"
#include "search/query.h"
#include "store/tickets.h"

namespace lotse::desk {

struct Asker {
    domain::AgentId agent;  // "me"; none if 0
    Instant now{};
};

// Parsed and resolved; or what is wrong with it, with a place and, where one is near, the query that was meant.
using Resolved = std::variant<store::TicketQuery, search::Mistake>;
// A failed Result is the store's, not the query's.
Result<Resolved> resolve_query(store::ReadTxn& txn, Setup const& setup, Asker const& asker, std::string_view query);

// The same where a mistake is an error at `field` of the input ("/q").
Result<store::TicketQuery> ticket_query_of(store::ReadTxn& txn, Setup const& setup, Asker const& asker,
                                           std::string_view query, std::string_view field);

}  // namespace lotse::desk
