// SPDX-License-Identifier: Apache-2.0
// Tickets as the API shows them. Pure.
#pragma once

#include "api/schema.h"
#include "desk/people.h"
#include "desk/view_ticket.h"

namespace lotse::api {

JsonObject show(domain::Ticket const& ticket, desk::Setup const& setup, desk::PeopleNames const& names);
// With articles, events, notices, timers and the suggestion.
JsonObject show(desk::TicketView const& view, desk::PeopleNames const& names);
// What triage says: each label with confidence, reasons and alternatives.
JsonObject show(domain::Suggestion const& suggestion);

JsonArray show_links(desk::TicketRelations const& relations);

Schemas ticket_schemas();

}  // namespace lotse::api
