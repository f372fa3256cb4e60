// SPDX-License-Identifier: Apache-2.0
// A ticket's fields, tags and custom fields by their names in changes: what is there now, and putting the old value back.
#pragma once

#include <optional>
#include <string>

#include "desk/setup.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// What stands where this change wrote, as the change writes it; nothing for what cannot be put back. A tag stands or not.
std::optional<std::string> value_now(Setup const& setup, domain::Ticket const& ticket, domain::Change const& change);

// Gives the ticket what it had before the change. Error: invalid "change.gone" at the field, where the queue, agent,
// category, tag or choice is there no more.
Result<void> put_old_value(Setup const& setup, TicketEdit& edit, domain::Change const& change, Instant now,
                           domain::Because const& because);

}  // namespace lotse::desk
