// SPDX-License-Identifier: Apache-2.0
// What a person is shown of a ticket that asks for labels.
#pragma once

#include "desk/label_tickets.h"
#include "desk/setup.h"
#include "domain/ticket.h"

namespace lotse::desk {

// Takes away the fields that ask no more; true if any is left. `ticket` is that of the request.
Result<bool> still_asks(store::ReadTxn& txn, domain::Ticket const& ticket, domain::LabelRequest& request);

Result<LabelTask> label_task(store::ReadTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                             domain::LabelRequest request);

// Nobody is told which tickets are looked at a second time.
domain::LabelRequest as_shown(domain::LabelRequest request);

// Every value that a field may be given, in the order of blind choices.
std::vector<LabelChoice> values_of(Setup const& setup, std::string_view field);

}  // namespace lotse::desk
