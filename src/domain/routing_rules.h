// SPDX-License-Identifier: Apache-2.0
// What an admin says of routing beyond a queue's own fields: who helps when something waits long, how much an
// acquaintance counts, whether the desk learns who solves what, and who is kept apart from whom.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "domain/channel_units.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

struct BlockedPairTag;
using BlockedPairId = Id<BlockedPairTag>;

// After so many minutes in the pool the people of this queue may take it, too.
struct OverflowStep {
    QueueId queue;
    int after_minutes = 0;
    bool operator==(OverflowStep const&) const = default;
};

// Whom a new ticket goes back to, where somebody served its customer before: thread means the owner of the closed ticket that
// it follows, and each of the others means that, too.
enum class Sticky : std::uint8_t { none, requester, organization, thread };
template <>
struct EnumNames<Sticky> {
    static constexpr std::array<std::string_view, 4> all{"none", "requester", "organization", "thread"};
};

struct QueueRule {
    QueueId queue;
    std::vector<OverflowStep> overflow;  // ascending by minutes, each queue once, not the queue itself
    int language_soft_after_minutes = 0;  // then also who does not speak the language; 0: never
    Sticky sticky = Sticky::none;
    int sticky_extra = 2;  // gives way to who has so many open tickets fewer
    bool rebalances_hourly = false;
    bool operator==(QueueRule const&) const = default;
};

// This agent never gets tickets of this customer, or of this firm; exactly one of the two is set. Private: told to admins
// and leads alone.
struct BlockedPair {
    BlockedPairId id;
    AgentId agent;
    CustomerId customer;
    OrganizationId organization;
    AgentId made_by;
    Instant made_at{};
    std::string reason;
};

struct RoutingRules {
    std::int64_t version = 0;  // 0: nobody has said anything yet
    bool learns = true;  // who usually solves what
    ChannelUnits units;
    std::vector<QueueRule> queues;
    std::vector<BlockedPair> blocked;  // kept in a table of their own

    QueueRule const* find(QueueId queue) const;
    bool is_blocked(AgentId agent, CustomerId customer, OrganizationId organization) const;
};

// The document without version and pairs. What cannot be read counts as not said.
JsonObject to_json(RoutingRules const& rules);
RoutingRules routing_rules_from(JsonObject const& document);

}  // namespace lotse::domain
