// SPDX-License-Identifier: Apache-2.0
// A changed policy, calendar or queue moves the deadlines of the tickets that are open: a walk over them, batch by batch,
// computes each anew from its log and writes what has moved. No ticket is settled by it: nothing but times changes.
#pragma once

#include "desk/desk.h"
#include "domain/ids.h"

namespace lotse::desk {

// Inside the transaction that changes what deadlines are computed from; the walk begins after its commit, or begins anew.
// Wakes the job by announce_setup(), which the caller calls as well.
Result<void> ask_renewal(Desk& desk, store::WriteTxn& txn);

// One batch of every desk that has asked; true while there is more to do. It goes on where it was after a stop of the program.
// Two workers at once do nothing twice that matters: a ticket computed again is the same. At most 100 tickets a desk.
Result<bool> renew_step(Desk& desk);

// One ticket; true where a due time, a timer or a missed target is another than before. A ticket that changes meanwhile is
// left to whoever changes it: that settlement computes the same. Errors of the store; invalid from a calendar that has
// too little open time.
Result<bool> renew_ticket(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket);

}  // namespace lotse::desk
