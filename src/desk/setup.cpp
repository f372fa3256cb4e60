// SPDX-License-Identifier: Apache-2.0
#include "desk/setup.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "store/agents.h"
#include "store/calendar_feeds.h"
#include "store/escalations.h"
#include "store/routing_rules.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::milliseconds kUnsettled{250};

template <class T, class IdType>
T const* find_by_id(std::vector<T> const& items, IdType id) {
    auto const found = std::ranges::find(items, id, &T::id);
    return found == items.end() ? nullptr : &*found;
}

domain::Calendar const& always_open_calendar() {
    static domain::Calendar const always = domain::always_open();
    return always;
}

auto contents_of(domain::Category const& one) {
    return std::tie(one.id, one.version, one.parent, one.key, one.name, one.queue, one.skills, one.keywords);
}

// Compiling the words costs more than all the reading, and they change far more seldom than the rest.
triage::TriageSetup triage_setup_for(Setup const& setup, Setup const* last) {
    bool const is_same = last != nullptr && last->tenant.language == setup.tenant.language &&
                         last->settings.matrix.cells == setup.settings.matrix.cells &&
                         std::ranges::equal(last->categories, setup.categories, {}, contents_of, contents_of);
    if (is_same) return last->triage;
    return triage::make_triage_setup(setup.categories, setup.settings.matrix, {"en", "de", "pl"},
                                     setup.tenant.language);
}

Result<std::shared_ptr<Setup const>> read_setup(store::ReadTxn& txn, Rosters& rosters, Instant now, Setup const* last) {
    auto setup = std::make_shared<Setup>();
    TRY(setup->tenant, store::get_tenant(txn));
    TRY(setup->settings, store::read_settings(txn));
    TRY(setup->queues, store::list_queues(txn));
    TRY(setup->categories, store::list_categories(txn));
    TRY(setup->agents, store::list_agents(txn));
    TRY(setup->policies, store::list_policies(txn));
    TRY(setup->calendars, store::list_calendars(txn));
    CHECK_OK(store::add_feed_holidays(txn, setup->calendars));
    TRY(setup->tags, store::list_tags(txn));
    TRY(setup->fields, store::list_fields(txn));
    TRY(setup->entity_kinds, store::list_entity_kinds(txn));
    if (!setup->entity_kinds.empty())
        setup->entities = std::make_shared<triage::EntityFinder const>(setup->entity_kinds);
    TRY(setup->chains, store::list_chains(txn));
    TRY(setup->routing, store::read_routing_rules(txn));
    for (auto const& agent : setup->agents)
        for (std::size_t i = 0; i < domain::kChannels; ++i) setup->has_limits[i] |= agent.limits[i].has_value();
    TRY(setup->gate, read_gate_rights(txn));
    TRY(setup->roster, rosters.get(txn, setup->tenant.time_zone, now));
    setup->triage = triage_setup_for(*setup, last);
    return std::shared_ptr<Setup const>(std::move(setup));
}

}  // namespace

domain::Queue const* Setup::find_queue(domain::QueueId id) const { return find_by_id(queues, id); }
domain::Category const* Setup::find_category(domain::CategoryId id) const { return find_by_id(categories, id); }
domain::Agent const* Setup::find_agent(domain::AgentId id) const { return find_by_id(agents, id); }

domain::Tag const* Setup::find_tag(domain::TagId id) const { return find_by_id(tags, id); }
domain::Field const* Setup::find_field(domain::FieldId id) const { return find_by_id(fields, id); }

domain::EntityKind const* Setup::find_entity_kind(domain::EntityKindId id) const {
    return find_by_id(entity_kinds, id);
}

domain::Tag const* Setup::find_tag(std::string_view name) const {
    auto const wanted = to_lower_utf8(trim(name));
    auto const found = std::ranges::find_if(tags, [&](auto const& tag) { return to_lower_utf8(tag.name) == wanted; });
    return found == tags.end() ? nullptr : &*found;
}

domain::Field const* Setup::find_field(std::string_view key) const {
    auto const found = std::ranges::find(fields, key, &domain::Field::key);
    return found == fields.end() ? nullptr : &*found;
}

domain::Category const* Setup::find_category(std::string_view key) const {
    auto const found = std::ranges::find(categories, key, &domain::Category::key);
    return found == categories.end() ? nullptr : &*found;
}

domain::PolicyChoice Setup::choose_policy(domain::Ticket const& ticket,
                                          domain::Organization const* organization) const {
    auto const named = organization != nullptr ? organization->policy : domain::PolicyId{};
    return domain::choose_policy({ticket.organization, named, ticket.category, ticket.queue}, policies, categories);
}

std::vector<domain::HandoverTarget> Setup::handover_targets() const {
    std::vector<domain::HandoverTarget> out;
    for (auto const& queue : queues) {
        if (queue.handover_minutes <= 0) continue;
        auto const* calendar = find_by_id(calendars, queue.calendar);
        out.push_back({queue.id, queue.handover_minutes, calendar != nullptr ? calendar : &always_open_calendar(), {}});
        for (auto const& agent : agents)
            if (std::ranges::count(agent.queues, queue.id) > 0) out.back().team.push_back(agent.id);
    }
    return out;
}

domain::Policy const* Setup::policy_for(domain::Organization const* organization) const {
    if (organization != nullptr && organization->policy)
        if (auto const* own = find_by_id(policies, organization->policy)) return own;
    auto const found = std::ranges::find(policies, true, &domain::Policy::is_default);
    if (found != policies.end()) return &*found;
    return policies.empty() ? nullptr : &policies.front();
}

domain::Calendar const& Setup::calendar_for(domain::Queue const* queue, domain::Policy const& policy) const {
    if (queue != nullptr && queue->calendar)
        if (auto const* own = find_by_id(calendars, queue->calendar)) return *own;
    auto const* of_policy = find_by_id(calendars, policy.calendar);
    return of_policy != nullptr ? *of_policy : always_open_calendar();
}

Result<std::shared_ptr<Setup const>> Setups::get(store::ReadTxn& txn) {
    auto const now = clock_.now();
    auto const kept = entries_.with([&](auto& entries) -> Entry {
        auto const found = entries.find(txn.tenant().value);
        return found == entries.end() ? Entry{} : found->second;
    });
    if (kept.setup && now - kept.read_at <= max_age_) return kept.setup;
    TRY(auto fresh, read_setup(txn, rosters_, now, kept.last.get()));
    entries_.with([&](auto& entries) {
        auto& entry = entries[txn.tenant().value];
        bool const may_be_older = !entry.setup && now - entry.read_at < kUnsettled;
        if (!may_be_older) entry = {fresh, now, fresh};
    });
    return fresh;
}

// The empty entry says when: a snapshot that began before may still be read, and must not be kept over what has changed.
void Setups::drop(domain::TenantId tenant) {
    entries_.with([&](auto& entries) {
        auto& entry = entries[tenant.value];
        entry.setup = nullptr;
        entry.read_at = clock_.now();
    });
}

void Setups::note_assignment(domain::TenantId tenant, domain::AgentId agent, Instant at) {
    assignments_.with([&](auto& all) { all[tenant.value][agent.value] = at; });
}

std::optional<Instant> Setups::last_assignment(domain::TenantId tenant, domain::Agent const& agent) const {
    auto const noted = assignments_.with([&](auto const& all) -> std::optional<Instant> {
        auto const of_tenant = all.find(tenant.value);
        if (of_tenant == all.end()) return std::nullopt;
        auto const found = of_tenant->second.find(agent.id.value);
        if (found == of_tenant->second.end()) return std::nullopt;
        return found->second;
    });
    return noted > agent.last_assigned_at ? noted : agent.last_assigned_at;
}

}  // namespace lotse::desk
