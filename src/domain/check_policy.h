// SPDX-License-Identifier: Apache-2.0
// Whether the targets of a policy can be kept at all, and whether they agree with each other. Pure.
#pragma once

#include <string>
#include <vector>

#include "domain/calendar.h"
#include "domain/desk_setup.h"

namespace lotse::domain {

// Something that the policy may say, but that hardly anybody means.
struct PolicyRemark {
    std::string field;  // JSON pointer: "/targets/high/next_reply_minutes"
    std::string code;   // "policy.longer_than_solution", "policy.slower_when_urgent", "policy.update_before_reply",
                        // "policy.never_chosen"
    std::string text;
};

// By field: a reply or news that may come later than the solution; news that are due before the first reply is; a target that
// is longer than that of a lower priority; no conditions, though it is not the default (an organization must name it).
std::vector<PolicyRemark> remarks_on(Policy const& policy);

// Error: invalid "policy.impossible" with the field, where the calendar has less open time within ten years than a target asks.
Result<void> check_possible(Policy const& policy, Calendar const& calendar, Instant now);

}  // namespace lotse::domain
