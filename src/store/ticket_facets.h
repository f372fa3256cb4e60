// SPDX-License-Identifier: Apache-2.0
// What a ticket can be found by beyond its own columns: its tags, the values of its fields, its mood. Kept in the transaction
// that moves the ticket, with what lists are ordered by, so that a list by tag is one index range as any other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

// Names of facets, for TicketQuery::facets. `term` is one of domain::field_terms or what a caller asks for; its case
// does not matter.
std::string tag_facet(domain::TagId tag);
std::string field_facet(domain::FieldId field, std::string_view term);
inline constexpr std::string_view kBreachFacet = "b";  // a missed target without a reason
std::string sentiment_facet(domain::Sentiment sentiment);  // calm tickets, nearly all, have none

bool has_facets(domain::Ticket const& ticket, std::vector<std::string> const& wanted);  // all of them
// `before` is an empty Ticket for a new one. Counts of tags follow.
Result<void> facets_moved(WriteTxn& txn, domain::Ticket const& before, domain::Ticket const& now);

struct TagCount {
    domain::TagId tag;
    std::int64_t count = 0;
};
Result<std::vector<TagCount>> count_by_tag(ReadTxn& txn);

}  // namespace lotse::store
