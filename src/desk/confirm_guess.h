// SPDX-License-Identifier: Apache-2.0
// A person sends the value that triage has guessed: nothing moves, but from then on a person stands for it. It is
// recorded as a change from the value to itself, so settle leaves it alone and learning may count it.
#pragma once

#include <set>
#include <string>

#include "desk/ticket_edit.h"
#include "desk/update_ticket.h"
#include "store/db.h"

namespace lotse::desk {

// For each value of the patch that the ticket has already and that no person has set or confirmed before. Reads the log
// only if there is such a value.
Result<void> confirm_guesses(store::ReadTxn& txn, TicketPatch const& patch, domain::Because because, TicketEdit& edit);

// Fields that a person stands for: given when the ticket was opened, or last changed or confirmed by one. What somebody took
// back stands for nothing.
Result<std::set<std::string, std::less<>>> fields_of_people(store::ReadTxn& txn, domain::TicketId ticket);

}  // namespace lotse::desk
