// SPDX-License-Identifier: Apache-2.0
// Agents, as an admin makes and changes them, and what they may change of themselves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/secret.h"
#include "desk/made.h"
#include "domain/people.h"

namespace lotse::desk {

// Only what is given is set.
struct AgentFields {
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<domain::Role> role;
    std::optional<std::vector<std::string>> languages;
    std::optional<std::vector<domain::Skill>> skills;
    std::optional<std::vector<domain::QueueId>> queues;
    std::optional<int> capacity;
    std::optional<domain::ChannelLimits> limits;  // all of them
    std::optional<bool> is_available;
    std::optional<bool> is_disabled;
    std::optional<Secret<std::string>> password;
};

Result<std::vector<domain::Agent>> list_agents(Desk& desk, domain::TenantScope const& scope);
Result<domain::Agent> get_agent(Desk& desk, domain::TenantScope const& scope, domain::AgentId id);

// Nobody makes or changes an agent who may do more than themselves (forbidden "agent.beyond"), and the last admin stays
// one (conflict "agent.last_admin"). A new role, password or a disabling ends the agent's sessions (H-23). Blocks for
// one argon2 run where a password is given. Errors besides: invalid with the field; conflict "agent.email_taken",
// "agent.stale_version".
Result<Made<domain::Agent>> make_agent(Desk& desk, access::Principal const& principal, AgentFields const& fields,
                                       CallKey const& key);
Result<domain::Agent> change_agent(Desk& desk, access::Principal const& principal, domain::AgentId id,
                                   std::int64_t expected_version, AgentFields const& fields);
// For agents themselves, too.
Result<domain::Agent> set_availability(Desk& desk, access::Principal const& principal, domain::AgentId id,
                                       std::int64_t expected_version, bool is_available);

}  // namespace lotse::desk
