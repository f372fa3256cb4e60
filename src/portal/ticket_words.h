// SPDX-License-Identifier: Apache-2.0
// "Who has it, what happens next, by when", and the state in words. Says only what the desk itself goes by.
#pragma once

#include "desk/own_tickets.h"
#include "portal/html.h"
#include "portal/visit.h"

namespace lotse::portal {

Html state_mark(Visit const& visit, domain::Status status);
Html where_it_stands(Visit const& visit, desk::OwnTicket const& ticket);

}  // namespace lotse::portal
