// SPDX-License-Identifier: Apache-2.0
#include "desk/person_because.h"

#include <fmt/format.h>

namespace lotse::desk {

domain::Because person_because(Setup const& setup, access::Principal const& principal) {
    return person_because(setup, principal.agent, principal.id);
}

domain::Because person_because(Setup const& setup, domain::AgentId who, std::string const& principal) {
    domain::Because out;
    out.source = "person";
    if (auto const* agent = setup.find_agent(who)) {
        out.code = "person.agent";
        out.text = fmt::format("Set by {}.", agent->name);
    } else if (principal == "operator") {
        out.code = "person.operator";
        out.text = "Set by the operator.";
    } else {
        out.code = "person.token";
        out.text = fmt::format("Set through the API ({}).", principal);
    }
    return out;
}

}  // namespace lotse::desk
