// SPDX-License-Identifier: Apache-2.0
// A ticket that waits for somebody to be free. Queue, category, language and priority are its bucket: tickets of one
// bucket ask for the same skills and have the same targets, so that the nearest deadline comes first.
#pragma once

#include <string>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

struct PooledTicket {
    TicketId ticket;
    QueueId queue;
    CategoryId category;   // none if 0
    std::string language;  // "" unknown
    Priority priority = Priority::normal;
    Instant opened_at{};
    Instant due_at{};  // of the clock that ends next; without a target a week after it came
    AgentId known_by;  // who served this customer or firm last; none if 0
    CustomerId customer = {};
    OrganizationId organization = {};  // none if 0
    Instant changed_at{};              // since when the row is as it is
    Channel channel = Channel::email;  // weighs it
    bool operator==(PooledTicket const&) const = default;
};

}  // namespace lotse::domain
