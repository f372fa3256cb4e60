// SPDX-License-Identifier: Apache-2.0
// How many tickets lie in each queue, from exact counters: cost grows with queues, not with tickets.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "desk/desk.h"

namespace lotse::desk {

struct QueueTickets {
    domain::QueueId id;
    std::string name;
    std::array<std::int64_t, 5> by_status{};  // by domain::Status
};

// Every queue, also the empty ones.
Result<std::vector<QueueTickets>> queue_counts(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
