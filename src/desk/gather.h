// SPDX-License-Identifier: Apache-2.0
// Reads what settle may know about one event, in one snapshot. About ten indexed reads, none grows with the desk.
#pragma once

#include <unordered_map>

#include "desk/desk.h"
#include "desk/facts.h"

namespace lotse::desk {

Result<Facts> gather(Desk& desk, store::ReadTxn& txn, domain::EventId event);

// Of these only what moves the clocks of one ticket: its log, its organization, its known breaches. Event, customer and all that
// concerns routing, triage and notices stay empty. Four indexed reads.
Result<Facts> gather_clocks(Desk& desk, store::ReadTxn& txn, domain::Ticket const& ticket);

// By agent; empty where the desk does not watch for them.
Result<std::unordered_map<std::int64_t, Instant>> read_signs_of_life(store::ReadTxn& txn, Setup const& setup);

// Everybody of the desk with their load of this moment; one index range over those who have open tickets.
Result<std::vector<routing::Candidate>> read_candidates(Desk& desk, store::ReadTxn& txn, Setup const& setup);

// The loop guard's figures for an address, as they are in this transaction; zeros for no address.
Result<SentCounts> count_sent(store::ReadTxn& txn, std::string_view address, domain::TicketId ticket, Instant now);

}  // namespace lotse::desk
