// SPDX-License-Identifier: Apache-2.0
// Routing within settle. Pure.
#pragma once

#include <optional>

#include "desk/facts.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// Places a ticket that is ours to act on and has no owner yet, and one whose owner can no longer work on it. A queue or
// owner that a person chose stays.
void decide_place(Facts const& facts, std::optional<domain::Suggestion> const& suggestion, TicketEdit& edit,
                  Settlement& out);

}  // namespace lotse::desk
