// SPDX-License-Identifier: Apache-2.0
// The search of the desk: tickets by rank, people by name, and what was probably meant where a word was mistyped.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/people.h"
#include "domain/ticket.h"
#include "search/snippet.h"

namespace lotse::desk {

struct SearchWish {
    std::string text;  // words, "#123", or the language of queries
    int limit = 10;    // of each kind, at most 50
    bool wants_tickets = true;
    bool wants_customers = true;  // only for those who may read them
    bool wants_organizations = true;
};

struct FoundTicket {
    domain::Ticket ticket;
    search::Part part = search::Part::subject;  // where the snippet comes from
    search::Snippet snippet;
    double score = 0;  // 0..1 or a little above; 0 where nothing was ranked
};
struct SearchAnswer {
    std::vector<FoundTicket> tickets;
    std::vector<domain::Customer> customers;
    std::vector<domain::Organization> organizations;
    std::string did_you_mean;  // the whole query, mended; "" if every word is known
    std::string query;         // in canonical form
    std::shared_ptr<Setup const> setup;
};

// Words are ranked over the newest 5,000 tickets that hold them, then looked at in that order until enough pass the rest
// of the query, at most 400; without words the newest change comes first. A ticket that was merged shows as the one that
// took its messages. Error: a mistake of the query at "?q".
Result<SearchAnswer> search_desk(Desk& desk, access::Principal const& principal, SearchWish const& wish);

}  // namespace lotse::desk
