// SPDX-License-Identifier: Apache-2.0
// Tags and custom fields of one ticket: what callers send becomes changes; what must be filled in before a ticket is
// done. Pure.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "desk/setup.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

inline constexpr std::size_t kMostTags = 50;

// By name, whatever the case. `add` and `remove` leave the other tags alone, so they may be sent twice.
struct TagWishes {
    std::optional<std::vector<std::string>> whole;
    std::vector<std::string> add;
    std::vector<std::string> remove;
};
// Errors: invalid "tag.missing" and "tag.too_many" at the list and its item.
Result<void> set_tags(Setup const& setup, TagWishes const& wishes, domain::Because const& because, TicketEdit& edit);

// Values by key, null for none. Errors at /fields/KEY: invalid "field.missing", and those of check_field_value.
Result<void> set_fields(Setup const& setup, JsonObject const& values, domain::Because const& because, TicketEdit& edit);

// Whether a ticket like this has the field: by its queue, its category or one above, and by another field's value.
bool is_shown(Setup const& setup, domain::Field const& field, domain::Ticket const& ticket);
// Before a ticket becomes solved or closed. Error: invalid "field.required" at the first empty field, naming all.
Result<void> check_required(Setup const& setup, domain::Ticket const& ticket, domain::Status wanted);

}  // namespace lotse::desk
