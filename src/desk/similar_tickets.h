// SPDX-License-Identifier: Apache-2.0
// Solved tickets that read like this one: those that share most of its telling words.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct SimilarTicket {
    domain::Ticket ticket;
    double score = 0;    // the share of this ticket's telling words that it has, weighed by how rare they are
    std::string answer;  // how the last message of an agent begins; "" if nobody wrote
};
struct SimilarTickets {
    std::vector<SimilarTicket> items;  // the most alike first
    std::shared_ptr<Setup const> setup;
};
// Cost: for each of at most 40 words one look at the index that ends after 2,000 tickets; words in more than those tell
// nothing and are left out. Then at most 200 tickets are read. Error: not_found "ticket.missing".
Result<SimilarTickets> similar_tickets(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                       int limit);

}  // namespace lotse::desk
