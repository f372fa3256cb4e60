// SPDX-License-Identifier: Apache-2.0
// Solved tickets that are like this one: those that share most of its telling words and, where a language model is at hand,
// those that mean the same, in whatever language.
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
    double score = 0;  // 0..1, of both
    double words = 0;  // the share of this ticket's telling words that it has, weighed by how rare they are
    std::optional<double> meaning;  // 0 as any ticket of its language, 1 the same text; none: not compared
    bool is_by_words = false;  // which of the two alone would have shown it
    bool is_by_meaning = false;
    std::vector<std::string> shared;  // the rarest words that both have, at most 3, in small letters
    std::string answer;  // how the last message of an agent begins; "" if nobody wrote
};
enum class MeaningUse { off, not_yet, on };  // no model; no vector of this ticket yet, seconds after it came
struct SimilarTickets {
    std::vector<SimilarTicket> items;  // the most alike first
    MeaningUse meaning = MeaningUse::off;
    std::shared_ptr<Setup const> setup;
};
// Of the principal's desk alone: the index of words is behind the tenant's wall, vectors lie in one array a tenant, and
// every ticket is read again here.
// Cost: for each of at most 40 words one look at the index that ends after 2,000 tickets; words in more than those tell
// nothing and are left out. One look at the vectors of the newest 250,000 solved tickets (desk/vector_index.h). Then at most
// 200 tickets are read. Error: not_found "ticket.missing".
Result<SimilarTickets> similar_tickets(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                       int limit);

}  // namespace lotse::desk
