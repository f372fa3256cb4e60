// SPDX-License-Identifier: Apache-2.0
// The reason of a change that a person, or a program with a token, made.
#pragma once

#include <string>

#include "access/principal.h"
#include "desk/setup.h"
#include "domain/because.h"

namespace lotse::desk {

// "Set by Anna Kowalska."; "Set through the API (token:7)."; "Set by the operator."
domain::Because person_because(Setup const& setup, access::Principal const& principal);
domain::Because person_because(Setup const& setup, domain::AgentId agent, std::string const& principal);

}  // namespace lotse::desk
