// SPDX-License-Identifier: Apache-2.0
// Who asks and who answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/channel_units.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

struct Tenant {
    TenantId id;
    std::string name;
    std::string slug;               // in addresses and on the command line
    std::string language = "en";    // of notices where the customer's is not known
    std::string time_zone = "UTC";  // IANA name
    std::string mail_from;          // address that notices come from
    bool accepts_any_recipient = true;  // catch-all until the set-up is done
    bool is_demo = false;
    bool is_unfinished = false;  // a demo whose story is not told to its end: being loaded, or left so by a kill
    Instant created_at{};
};

struct Organization {
    OrganizationId id;
    std::int64_t version = 1;
    std::string name;
    std::vector<std::string> domains;  // e-mail domains, lower case
    QueueId queue;                     // tickets of this firm go here first; none if 0
    PolicyId policy;                   // own targets; none if 0
    bool is_vip = false;
    Instant created_at{};
};

struct Customer {
    CustomerId id;
    std::int64_t version = 1;
    std::string name;
    std::string email;  // canonical, unique in the tenant; "" for a caller without address
    std::string phone;
    std::string language;   // last known; "" unknown
    std::string time_zone;
    OrganizationId organization;
    Instant created_at{};
};

struct Skill {
    std::string name;
    int level = 1;  // 1..5
    bool operator==(Skill const&) const = default;
};

struct Agent {
    AgentId id;
    std::int64_t version = 1;
    std::string name;
    std::string email;  // canonical, unique in the tenant
    Role role = Role::agent;
    std::vector<std::string> languages;  // ISO 639-1
    std::vector<Skill> skills;
    std::vector<QueueId> queues;  // pools this agent works for
    int capacity = 10;  // units at once; an open ticket is one, unless the desk weighs its channel
    ChannelLimits limits = {};
    bool is_available = true;  // off for absence; shifts come with a later issue
    bool is_disabled = false;
    std::optional<Instant> last_assigned_at;
    Instant created_at{};
};

}  // namespace lotse::domain
