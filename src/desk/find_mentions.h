// SPDX-License-Identifier: Apache-2.0
// Who is called by name in a text: "@Anna Kowalska", "@anna.kowalska" (the name, or what stands before the @ of the
// address) and "@{12}" (the id). Pure.
#pragma once

#include <string_view>
#include <vector>

#include "domain/people.h"

namespace lotse::desk {

// Each once, in the order of the text. Disabled agents are nobody. Of several names that fit, the longest counts; one that
// two people share calls nobody.
std::vector<domain::AgentId> find_mentions(std::string_view text, std::vector<domain::Agent> const& agents);

}  // namespace lotse::desk
