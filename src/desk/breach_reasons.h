// SPDX-License-Identifier: Apache-2.0
// The reasons for missed targets that a desk offers, in its own words. None is ever removed: what somebody has said stays
// readable; it is only not offered any more.
#pragma once

#include "desk/made.h"
#include "domain/breach.h"

namespace lotse::desk {

inline constexpr std::size_t kMostReasons = 50;

// In the order of the choice.
Result<std::vector<domain::BreachReasonWord>> list_breach_reasons(Desk& desk, domain::TenantScope const& scope);
std::int64_t version_of(std::vector<domain::BreachReasonWord> const& reasons);

// The whole list, in its order; id 0 is a new one. Known ones that are left out stay at the end and are not offered. Errors:
// invalid "breach_reason.name" | "breach_reason.twice" | "breach_reason.unknown" | "breach_reason.none" |
// "breach_reason.many" at "/items/N/..."; conflict "breach_reason.stale_version".
Result<std::vector<domain::BreachReasonWord>> replace_breach_reasons(Desk& desk, access::Principal const& principal,
                                                                     std::int64_t expected_version,
                                                                     std::vector<domain::BreachReasonWord> wanted);

}  // namespace lotse::desk
