// SPDX-License-Identifier: Apache-2.0
// Who looks at a ticket, and who writes an answer to it: in memory, for this process's pages, never stored. A page
// renews its lease every 20 seconds; one that is gone is forgotten after 30. Thread-safe.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "base/mutex.h"
#include "domain/ids.h"

namespace lotse::api {

struct Viewer {
    domain::AgentId agent;
    std::string state;  // "viewing" or "replying"
    Instant since{};
    Instant until{};
};

class Presence {
  public:
    static constexpr std::chrono::seconds kLease{30};

    explicit Presence(Clock const& clock) : clock_(clock) {}

    // Notes or renews; true where others see something new.
    bool enter(domain::TenantId tenant, domain::TicketId ticket, domain::AgentId agent, std::string_view state);
    bool leave(domain::TenantId tenant, domain::TicketId ticket, domain::AgentId agent);
    // By agent; leases that have run out are left out.
    std::vector<Viewer> viewers(domain::TenantId tenant, domain::TicketId ticket) const;
    // The tickets of a tenant that have lost a viewer whose lease ran out, since the last call.
    std::vector<domain::TicketId> forget_expired(domain::TenantId tenant);

  private:
    using Key = std::pair<std::int64_t, std::int64_t>;  // tenant, ticket
    Clock const& clock_;
    Mutex<std::map<Key, std::vector<Viewer>>> all_;
};

}  // namespace lotse::api
