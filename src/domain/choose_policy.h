// SPDX-License-Identifier: Apache-2.0
// Which policy is for a ticket, and why. Pure.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "domain/desk_setup.h"
#include "domain/enums.h"

namespace lotse::domain {

// In the order in which they are asked.
enum class PolicyGround : std::uint8_t {
    named,       // the customer's organization names it: a contract
    conditions,  // the first, by position, whose conditions hold
    fallback,    // the default
    only,        // there is no default: the first of all
    none,        // there is no policy at all
};
template <>
struct EnumNames<PolicyGround> {
    static constexpr std::array<std::string_view, 5> all{"named", "conditions", "fallback", "only", "none"};
};

struct PolicyChoice {
    Policy const* policy = nullptr;  // null: none
    PolicyGround ground = PolicyGround::none;
    // With `conditions`: what of the ticket met them; 0 where the policy does not ask.
    OrganizationId organization = {};
    CategoryId category = {};  // the one the policy names, which may be above the ticket's
    QueueId queue = {};
};

struct PolicyQuestion {
    OrganizationId organization;
    PolicyId named;  // by the organization; none if 0
    CategoryId category;
    QueueId queue;
};

// Equal positions: the older policy first. A category that lies in a ring of parents is looked at once. Cost: policies x
// depth of the tree. The result points into `policies`.
PolicyChoice choose_policy(PolicyQuestion const& ticket, std::span<Policy const> policies,
                           std::span<Category const> categories);

}  // namespace lotse::domain
