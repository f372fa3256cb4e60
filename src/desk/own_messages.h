// SPDX-License-Identifier: Apache-2.0
// Which messages of a ticket its customer may read.
#pragma once

#include <vector>

#include "domain/people.h"
#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::desk {

// The customer's own, and those that were sent to their address and have left. Notes, forwards, what others wrote, and
// what is held or in quarantine are not.
Result<std::vector<domain::Article>> own_messages(store::ReadTxn& txn, domain::Customer const& customer,
                                                  domain::TicketId ticket, std::vector<domain::Article> articles,
                                                  Instant now);

}  // namespace lotse::desk
