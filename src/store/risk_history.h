// SPDX-License-Identifier: Apache-2.0
// What became of closed tickets, and what was known of them when they had been placed.
#pragma once

#include <vector>

#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

struct PastTicket {
    domain::Ticket ticket;  // fields that are changed later have the value of ten minutes after it was opened
    bool missed_solution = false;
    bool was_reopened = false;
    bool was_reassigned = false;  // its queue, or the person who had it, gave it to another
};
// Of one status, oldest first, the newest `limit` of them. Cost: their rows and their log.
Result<std::vector<PastTicket>> list_past_tickets(ReadTxn& txn, int limit,
                                                  domain::Status status = domain::Status::closed);

// Tickets of the customer opened before this one, counted up to `most`.
Result<int> count_earlier(ReadTxn& txn, domain::Ticket const& ticket, int most);

}  // namespace lotse::store
