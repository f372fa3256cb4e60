// SPDX-License-Identifier: Apache-2.0
// Undoes one step of a ticket as far as its values still hold: what somebody has changed since stays.
#pragma once

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/update_ticket.h"
#include "store/db.h"

namespace lotse::desk {

// No event in the answer: nothing was left to put back. Errors: not_found.
Result<Updated> put_back(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId ticket,
                         domain::EventId step);

}  // namespace lotse::desk
