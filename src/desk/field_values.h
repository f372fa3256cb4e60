// SPDX-License-Identifier: Apache-2.0
// A ticket's fields by their names in changes: what a field is now, and putting an earlier value back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "desk/setup.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// As a Change writes it; nothing for a field that cannot be put back.
std::optional<std::string> field_value(domain::Ticket const& ticket, std::string_view field);

// Errors: invalid "change.gone" at the field, where the queue, agent or category is there no more.
Result<void> put_field(Setup const& setup, TicketEdit& edit, std::string_view field, std::string const& value,
                       Instant now, domain::Because const& because);

}  // namespace lotse::desk
