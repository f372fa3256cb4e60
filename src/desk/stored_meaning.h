// SPDX-License-Identifier: Apache-2.0
// The vector that is stored for a ticket, as triage takes it.
#pragma once

#include <string_view>

#include "domain/ids.h"
#include "store/db.h"
#include "triage/model.h"

namespace lotse::desk {

// Empty where it has none from `encoder`, or `encoder` is "". One point read.
Result<triage::Meaning> stored_meaning(store::ReadTxn& txn, domain::TicketId ticket, std::string_view encoder);

}  // namespace lotse::desk
