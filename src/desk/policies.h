// SPDX-License-Identifier: Apache-2.0
// Policies, as an admin makes and changes them: what a desk promises, by priority.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "desk/made.h"
#include "domain/desk_setup.h"

namespace lotse::desk {

// Only what is given is set; of the targets, the priorities that are given.
struct PolicyFields {
    std::optional<std::string> name;
    std::optional<domain::CalendarId> calendar;
    std::array<std::optional<domain::Targets>, 4> targets;
    std::optional<bool> is_default;
    std::optional<std::int64_t> position;
    std::optional<std::vector<domain::OrganizationId>> organizations;
    std::optional<std::vector<domain::CategoryId>> categories;
    std::optional<std::vector<domain::QueueId>> queues;
};

Result<std::vector<domain::Policy>> list_policies(Desk& desk, domain::TenantScope const& scope);
Result<domain::Policy> get_policy(Desk& desk, domain::TenantScope const& scope, domain::PolicyId id);
// A policy that becomes the default takes that from the one before. Errors: invalid with the field; conflict
// "policy.stale_version".
Result<Made<domain::Policy>> make_policy(Desk& desk, access::Principal const& principal, PolicyFields const& fields,
                                         CallKey const& key);
Result<domain::Policy> change_policy(Desk& desk, access::Principal const& principal, domain::PolicyId id,
                                     std::int64_t expected_version, PolicyFields const& fields);

// As change_policy would leave it; nothing is written.
Result<domain::Policy> policy_with(store::ReadTxn& txn, domain::PolicyId id, PolicyFields const& fields, Instant now);

}  // namespace lotse::desk
