// SPDX-License-Identifier: Apache-2.0
// Chains of escalations as the set-up keeps them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/made.h"
#include "domain/escalation.h"

namespace lotse::desk {

struct ChainFields {
    std::optional<std::string> name;
    std::optional<bool> is_default;
    std::optional<std::vector<domain::QueueId>> queues;
    std::optional<std::vector<domain::PolicyId>> policies;
    std::optional<std::vector<domain::EscalationStart>> starts;
    std::optional<std::vector<domain::EscalationRung>> ladder;
    std::optional<bool> is_round_the_clock;
    std::optional<std::vector<domain::EscalationStep>> steps;
    std::optional<int> repeats;
    std::optional<int> round_minutes;
    std::optional<int> silent_after_minutes;
    std::optional<int> taken_back_after_minutes;
    std::optional<bool> tells_subject;
};

Result<std::vector<domain::Chain>> list_chains(Desk& desk, domain::TenantScope const& scope);
Result<domain::Chain> get_chain(Desk& desk, domain::TenantScope const& scope, domain::ChainId id);
// A changed ladder reaches open tickets by a walk (desk/renew_deadlines).
// Errors: invalid with the field ("chain.for_nobody", "chain.no_start", "chain.no_step", "chain.order", "chain.person",
// "chain.silence", "chain.webhook", agents, queues and policies that are absent), conflict "escalation_chain.stale_version", not_found.
Result<Made<domain::Chain>> make_chain(Desk& desk, access::Principal const& principal, ChainFields const& fields,
                                       CallKey const& key);
Result<domain::Chain> change_chain(Desk& desk, access::Principal const& principal, domain::ChainId id,
                                   std::int64_t expected_version, ChainFields const& fields);
// What runs by it ends with the next settlement or step of its ticket.
Result<void> remove_chain(Desk& desk, access::Principal const& principal, domain::ChainId id);

}  // namespace lotse::desk
