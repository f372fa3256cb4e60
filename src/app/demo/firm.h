// SPDX-License-Identifier: Apache-2.0
// The firm that the demo desk belongs to: Nordhafen Systems, its teams, people, hours and clients. All invented.
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/people.h"

namespace lotse::app {

struct DemoFirm {
    domain::Tenant tenant;
    std::vector<domain::Agent> agents;
    std::vector<domain::Customer> customers;  // with organization and language
    std::vector<domain::Organization> organizations;
};

inline constexpr char kDemoSlug[] = "nordhafen";

// Sets up the tenant with 6 queues, 12 agents, 3 calendars, 2 policies, 40 organizations, 150 customers and ready words.
// Error: conflict "tenant.slug_taken" where the demo is there already.
Result<DemoFirm> make_firm(desk::Desk& desk);

// What they do, they do as themselves, with every right.
access::Principal acting_as(DemoFirm const& firm, domain::AgentId agent);

}  // namespace lotse::app
