// SPDX-License-Identifier: Apache-2.0
// Learns who solves what: walks the log behind the desk and counts each solution under what its ticket is (store/solvers).
// A ticket that is opened again, judged, moved to another category or merged is counted anew, so the sums are at every
// moment those of the tickets as they are. Its place in the log is stored with what it did: after a crash nothing counts
// twice, and of two nodes one is late and does nothing.
#pragma once

#include <vector>

#include "desk/desk.h"
#include "domain/solved.h"
#include "domain/ticket.h"
#include "routing/expertise.h"

namespace lotse::desk {

// One step of one desk, 200 events; true: there may be more. A desk that has never learned begins 100,000 events back.
Result<bool> learn_solvers(Desk& desk, domain::TenantScope const& scope);
// One step of every desk; and what was learned is put where routing finds it, at most once a minute.
Result<bool> learn_solvers_all(Desk& desk);
// Reads the book anew, whatever its age.
Result<void> refresh_solvers(Desk& desk, domain::TenantScope const& scope);

// What a ticket is, for those who solved tickets like it. Reads its first message.
Result<std::vector<domain::TraitValue>> traits_of(store::ReadTxn& txn, Setup const& setup,
                                                  domain::Ticket const& ticket);
// Who usually solves such tickets, likeliest first, of those who may own it; empty where the desk does not learn, or has too
// little to go by. Cost: the rows of its seven traits.
Result<std::vector<routing::Likely>> usual_solvers(store::ReadTxn& txn, Setup const& setup,
                                                   domain::Ticket const& ticket, Instant now, std::size_t most);

}  // namespace lotse::desk
