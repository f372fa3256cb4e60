// SPDX-License-Identifier: Apache-2.0
// The customer behind an address: found by canonical e-mail, or made; the organization follows from the domain.
// Public mail providers are no organization: nobody's domain row should name them.
#pragma once

#include "domain/inbound.h"
#include "domain/people.h"
#include "store/db.h"

namespace lotse::desk {

// Two indexed reads, at most two writes.
Result<domain::Customer> find_or_make_customer(store::WriteTxn& txn, domain::Inbound const& inbound, Instant now);

}  // namespace lotse::desk
