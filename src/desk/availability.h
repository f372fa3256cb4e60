// SPDX-License-Identifier: Apache-2.0
// What somebody says of themselves: here or away, till when, and what they take for a while.
#pragma once

#include <optional>

#include "desk/made.h"
#include "domain/people.h"
#include "domain/roster.h"

namespace lotse::desk {

struct AvailabilityWish {
    bool is_available = true;
    std::optional<Instant> until;  // then the other way round
    std::optional<domain::Restriction> restriction = {};  // none: as it is
    std::optional<Instant> restricted_until = {};
};

struct AvailabilityNow {
    domain::Agent agent;
    domain::Availability by_hand;
    domain::Duty duty;
    bool has_hours = false;
    std::optional<Instant> next_shift;
};

// Error: not_found "agent.missing".
Result<AvailabilityNow> read_availability(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent);
// Whole. Errors: invalid "availability.past" at "/until" or "/restricted_until"; conflict "agent.stale_version".
Result<domain::Agent> put_availability(Desk& desk, access::Principal const& principal, domain::AgentId id,
                                       std::int64_t expected_version, AvailabilityWish const& wish);

// What was said till a time that is over becomes as it was said.
Result<void> turn_hands(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
