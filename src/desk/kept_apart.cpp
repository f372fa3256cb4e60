// SPDX-License-Identifier: Apache-2.0
#include "desk/kept_apart.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotse::desk {
namespace {

domain::BlockedPair const* find_pair(domain::RoutingRules const& rules, domain::Ticket const& ticket) {
    auto const found = std::ranges::find_if(rules.blocked, [&](auto const& pair) {
        return pair.agent == ticket.agent && ((pair.customer && pair.customer == ticket.customer) ||
                                              (pair.organization && pair.organization == ticket.organization));
    });
    return found == rules.blocked.end() ? nullptr : &*found;
}

std::string name_of(Setup const& setup, domain::AgentId id, char const* otherwise) {
    auto const* agent = setup.find_agent(id);
    return agent != nullptr ? agent->name : otherwise;
}

// By the role of the person, as a change of many tickets runs with more rights than who asked for it.
bool may_know_why(Setup const& setup, access::Principal const& principal) {
    auto const* caller = setup.find_agent(principal.agent);
    constexpr auto kNeeded = access::Permission::setup_write;
    return caller != nullptr && principal.has(kNeeded) &&
           access::permissions_of(caller->role).test(static_cast<std::size_t>(kNeeded));
}

std::string sentence(Setup const& setup, access::Principal const& principal, domain::BlockedPair const& pair) {
    auto const who = name_of(setup, pair.agent, "This person");
    auto const by = name_of(setup, pair.made_by, "an admin");
    auto const* whose = pair.customer ? "customer" : "organization";
    if (may_know_why(setup, principal))
        return fmt::format(
            "{} is given no tickets of this {}: {} has set that (\"{}\"). Choose somebody else, or lift it under "
            "Settings, Routing.",
            who, whose, by, pair.reason);
    return fmt::format(
        "{} is given no tickets of this {}: {} has set that. Choose somebody else, or ask {} or a lead to lift it "
        "under "
        "Settings, Routing.",
        who, whose, by, by);
}

}  // namespace

Result<void> check_kept_apart(Setup const& setup, access::Principal const& principal, domain::Ticket const& before,
                              domain::Ticket const& after) {
    bool const is_given = after.agent != before.agent;
    bool const is_about_others = after.customer != before.customer;
    if (!after.agent || (!is_given && !is_about_others && after.organization == before.organization)) return {};
    auto const* pair = find_pair(setup.routing, after);
    if (pair == nullptr) return {};
    auto const* field = is_given ? "/agent" : is_about_others ? "/customer" : "/organization";
    return invalid("agent.kept_apart", sentence(setup, principal, *pair), field);
}

}  // namespace lotse::desk
