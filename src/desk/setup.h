// SPDX-License-Identifier: Apache-2.0
// What an admin has set up for a tenant, as one immutable snapshot, and the cache that hands it out.
#pragma once

#include <array>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/clock.h"
#include "base/mutex.h"
#include "desk/gate_rights.h"
#include "desk/rosters.h"
#include "domain/calendar.h"
#include "domain/choose_policy.h"
#include "domain/deadlines.h"
#include "domain/desk_setup.h"
#include "domain/escalation.h"
#include "domain/field.h"
#include "domain/people.h"
#include "domain/routing_rules.h"
#include "domain/tag.h"
#include "domain/ticket.h"
#include "store/db.h"
#include "triage/entities.h"
#include "triage/suggest.h"

namespace lotse::desk {

struct Setup {
    domain::Tenant tenant;
    domain::DeskSettings settings;
    std::vector<domain::Queue> queues;
    std::vector<domain::Category> categories;
    std::vector<domain::Agent> agents;
    std::vector<domain::Policy> policies;
    std::vector<domain::Calendar> calendars;
    std::vector<domain::Tag> tags;
    std::vector<domain::Field> fields;  // by position
    std::vector<domain::EntityKind> entity_kinds;  // by id
    std::shared_ptr<triage::EntityFinder const> entities;  // the same, compiled; null without any
    triage::TriageSetup triage;
    std::vector<domain::Chain> chains;  // of escalations, by id
    domain::RoutingRules routing;
    std::array<bool, domain::kChannels> has_limits = {};  // whether somebody has a limit of their own for this channel
    GateRights gate;  // earned rather than set up, but read as often
    std::shared_ptr<domain::Roster const> roster = std::make_shared<domain::Roster>();  // never null

    domain::Queue const* find_queue(domain::QueueId id) const;
    domain::Category const* find_category(domain::CategoryId id) const;
    domain::Category const* find_category(std::string_view key) const;
    domain::Agent const* find_agent(domain::AgentId id) const;
    domain::Tag const* find_tag(domain::TagId id) const;
    domain::Tag const* find_tag(std::string_view name) const;  // whatever the case
    domain::Field const* find_field(domain::FieldId id) const;
    domain::EntityKind const* find_entity_kind(domain::EntityKindId id) const;
    domain::Field const* find_field(std::string_view key) const;
    // Which policy is for a ticket, and why.
    domain::PolicyChoice choose_policy(domain::Ticket const& ticket, domain::Organization const* organization) const;
    // What the teams owe each other, by queue; points into this set-up.
    std::vector<domain::HandoverTarget> handover_targets() const;
    // The organization's own policy, else the default one, else the first; null without any.
    domain::Policy const* policy_for(domain::Organization const* organization) const;
    // The queue's calendar, else the policy's, else always open.
    domain::Calendar const& calendar_for(domain::Queue const* queue, domain::Policy const& policy) const;
};

// Thread-safe. A snapshot is at most `max_age` old: this process drops it at once when it changes the set-up itself,
// and another process (a CLI command, a second node) is seen after that time. When an agent got the last ticket is kept
// beside the snapshot, because it changes with every ticket.
class Setups {
  public:
    explicit Setups(Clock const& clock, Duration max_age = std::chrono::seconds{3})
        : clock_(clock), max_age_(max_age) {}
    Result<std::shared_ptr<Setup const>> get(store::ReadTxn& txn);
    void drop(domain::TenantId tenant);
    void note_assignment(domain::TenantId tenant, domain::AgentId agent, Instant at);
    // The later of the snapshot's and the noted time.
    std::optional<Instant> last_assignment(domain::TenantId tenant, domain::Agent const& agent) const;

  private:
    struct Entry {
        std::shared_ptr<Setup const> setup;  // null once dropped
        Instant read_at{};
        std::shared_ptr<Setup const> last;  // for the word lists compiled with it, which outlive most changes
    };
    Clock const& clock_;
    Duration max_age_;
    Rosters rosters_;
    Mutex<std::unordered_map<std::int64_t, Entry>> entries_;
    Mutex<std::unordered_map<std::int64_t, std::unordered_map<std::int64_t, Instant>>> assignments_;
};

}  // namespace lotse::desk
