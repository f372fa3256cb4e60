// SPDX-License-Identifier: Apache-2.0
// A ticket as the command line shows it, and as JSON for programs.
#pragma once

#include <string>

#include "base/json.h"
#include "desk/view_ticket.h"

namespace lotse::app {

// The value of a change as people read it: ids become names.
std::string change_value(desk::Setup const& setup, std::string_view field, std::string_view value);

// Head, why it is where it is, the conversation (new text first, quotes left out), notices, due times.
std::string ticket_text(desk::TicketView const& view);
// Only what was decided and why: language, category, type, priority, team, person, due times, notices. A few lines.
std::string decision_text(desk::TicketView const& view);

JsonObject ticket_json(domain::Ticket const& ticket, desk::Setup const& setup);
JsonObject ticket_view_json(desk::TicketView const& view);

// "in 3 h", "2 d ago".
std::string relative(Instant at, Instant now);

}  // namespace lotse::app
