// SPDX-License-Identifier: Apache-2.0
// Queues, as an admin makes and changes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/made.h"
#include "domain/desk_setup.h"

namespace lotse::desk {

// Only what is given is set. An id of 0 and an address of "" clear.
struct QueueFields {
    std::optional<std::string> name;
    std::optional<std::string> address;
    std::optional<domain::AgentId> lead;
    std::optional<std::vector<std::string>> skills;
    std::optional<domain::CalendarId> calendar;
    std::optional<domain::Assignment> assignment = {};
    std::optional<int> hands_out_below = {};
    std::optional<std::vector<std::string>> preferred_skills = {};
    std::optional<bool> language_is_required = {};
    std::optional<int> handover_minutes = {};
};

Result<std::vector<domain::Queue>> list_queues(Desk& desk, domain::TenantScope const& scope);
Result<domain::Queue> get_queue(Desk& desk, domain::TenantScope const& scope, domain::QueueId id);
// Errors: invalid with the field; conflict "queue.name_taken", "queue.address_taken", "queue.stale_version".
Result<Made<domain::Queue>> make_queue(Desk& desk, access::Principal const& principal, QueueFields const& fields,
                                       CallKey const& key);
Result<domain::Queue> change_queue(Desk& desk, access::Principal const& principal, domain::QueueId id,
                                   std::int64_t expected_version, QueueFields const& fields);

}  // namespace lotse::desk
