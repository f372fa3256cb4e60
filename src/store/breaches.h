// SPDX-License-Identifier: Apache-2.0
// Targets that were missed, and why. A handful of rows a ticket; every call is one range of the ticket's key.
#pragma once

#include <vector>

#include "domain/breach.h"
#include "domain/deadlines.h"
#include "store/db.h"

namespace lotse::store {

// By clock, then by time.
Result<std::vector<domain::Breach>> list_breaches(ReadTxn& txn, domain::TicketId ticket);
// Makes `missed` the known breaches of the ticket. One that is no breach any more goes, unless somebody has explained it.
Result<void> set_breaches(WriteTxn& txn, domain::TicketId ticket, std::vector<domain::Missed> const& missed);
// Writes reason, remark, agent and time. Error: not_found "breach.missing".
Result<void> explain_breach(WriteTxn& txn, domain::Breach const& breach);

}  // namespace lotse::store
