// SPDX-License-Identifier: Apache-2.0
// A desk with very many tickets, made by the rows and not by the roads, because a million mails would take a day.
#pragma once

#include <cstdint>
#include <vector>

#include "app/demo/random.h"
#include "desk/desk.h"
#include "domain/people.h"

namespace lotse::bench {

struct FilledDesk {
    domain::TenantId tenant;
    std::vector<domain::QueueId> queues;                // 6
    std::vector<domain::AgentId> agents;                // 12
    std::vector<domain::OrganizationId> organizations;  // 40
    std::vector<domain::CustomerId> customers;          // 5,000
    std::vector<domain::CategoryId> categories;
    std::int64_t tickets = 0;
};

// Some come often and most come rarely: the square of a uniform number, so the first tenth gets about a third.
std::size_t skewed(app::Random& random, std::size_t n);

// The demo firm, and `tickets` of its tickets: each with the article and the event that opened it, 4 % of them new,
// open or waiting, half of those among the newest twentieth. The same seed gives the same desk.
Result<FilledDesk> fill(desk::Desk& desk, std::int64_t tickets);

}  // namespace lotse::bench
