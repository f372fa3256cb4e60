// SPDX-License-Identifier: Apache-2.0
// Keeps the list of tickets that ask for labels in step with the log, whoever decided and wherever: what is decided asks no
// more, and a small share of what was decided blind asks a second person. Called by desk/weigh_evidence.
#pragma once

#include <vector>

#include "desk/gate_rights.h"
#include "domain/event.h"
#include "domain/label_request.h"
#include "domain/ledger.h"
#include "store/db.h"

namespace lotse::desk {

// After an event in which a person decided something, or the ticket was solved. What somebody holds at this moment is left
// alone: their decision finds out by itself.
Result<void> follow_event(store::WriteTxn& txn, domain::Event const& event, bool is_over, Instant now);

// A blind decision has settled: `share` (0..1) of the tickets, drawn by their number, are offered to another person, who is
// not told. Nothing while store::kMostSecondLooks wait.
Result<void> offer_second_look(store::WriteTxn& txn, GateRights const& rights, domain::Prediction const& settled,
                               double share, Instant now);

}  // namespace lotse::desk
