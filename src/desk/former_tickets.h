// SPDX-License-Identifier: Apache-2.0
// Messages move between tickets when those are merged or split; the log and the mails of a message stay where it was
// written.
#pragma once

#include <vector>

#include "domain/ids.h"
#include "store/db.h"

namespace lotse::desk {

// The tickets in which messages of this one may have been written, beside itself: merged into it, also by a detour, or the
// one that it was split from. At most some dozens.
Result<std::vector<domain::TicketId>> former_tickets(store::ReadTxn& txn, domain::TicketId ticket);

}  // namespace lotse::desk
