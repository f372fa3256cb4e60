// SPDX-License-Identifier: Apache-2.0
#include "desk/agents.h"

#include <algorithm>

#include "access/password_rules.h"
#include "base/crypto.h"
#include "base/text.h"
#include "desk/availability.h"
#include "store/agents.h"
#include "store/credentials.h"
#include "store/roster.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

Result<void> check_reach(access::Principal const& principal, domain::Role role) {
    if ((access::permissions_of(role) & ~principal.permissions).none()) return {};
    return forbidden("agent.beyond", "Only who may do as much can give or change this role.");
}

// Hashed before the transaction: 150 ms have no place on the write thread.
Result<std::string> hash_of(std::optional<Secret<std::string>> const& password, std::vector<std::string> const& words) {
    if (!password) return std::string();
    CHECK_OK(access::check_password(*password, words));
    return hash_password(*password);
}

Result<void> apply(store::ReadTxn& txn, AgentFields const& fields, domain::Agent& agent) {
    if (fields.name) {
        TRY(agent.name, check_name(*fields.name));
    }
    if (fields.email) {
        TRY(agent.email, check_address(*fields.email, "/email"));
    }
    if (fields.role) agent.role = *fields.role;
    if (fields.languages) agent.languages = *fields.languages;
    if (fields.skills) agent.skills = *fields.skills;
    if (fields.queues) {
        for (auto const queue : *fields.queues) CHECK_OK(at_field(store::get_queue(txn, queue), "/queues"));
        agent.queues = *fields.queues;
    }
    if (fields.capacity) agent.capacity = *fields.capacity;
    if (fields.limits) agent.limits = *fields.limits;
    if (fields.is_available) agent.is_available = *fields.is_available;
    if (fields.is_disabled) agent.is_disabled = *fields.is_disabled;
    return {};
}

// What is said now holds until something else is said.
Result<void> keep_hand(store::WriteTxn& txn, domain::AgentId id) {
    TRY(auto known, store::find_availability(txn, id));
    if (!known) return {};
    known->flips_at.reset();
    return store::put_availability(txn, *known);
}

bool is_working_admin(domain::Agent const& agent) { return agent.role == domain::Role::admin && !agent.is_disabled; }

Result<void> keep_an_admin(store::ReadTxn& txn, domain::Agent const& before, domain::Agent const& after) {
    if (!is_working_admin(before) || is_working_admin(after)) return {};
    TRY(auto agents, store::list_agents(txn));
    auto const others = std::ranges::count_if(
        agents, [&](auto const& agent) { return agent.id != after.id && is_working_admin(agent); });
    if (others > 0) return {};
    return conflict("agent.last_admin", "This is the last admin; make another one first.");
}

}  // namespace

Result<std::vector<domain::Agent>> list_agents(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_agents(txn); });
}

Result<domain::Agent> get_agent(Desk& desk, domain::TenantScope const& scope, domain::AgentId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_agent(txn, id); });
}

Result<Made<domain::Agent>> make_agent(Desk& desk, access::Principal const& principal, AgentFields const& fields,
                                       CallKey const& key) {
    TRY(auto setup, current_setup(desk, principal.scope));
    TRY(auto hash, hash_of(fields.password, {setup->tenant.name, fields.name.value_or(""), fields.email.value_or("")}));
    return make_once<domain::Agent>(desk, principal, key, store::get_agent,
                                    [&](store::WriteTxn& txn) -> Result<domain::Agent> {
                                        domain::Agent agent;
                                        agent.created_at = desk.clock.now();
                                        CHECK_OK(apply(txn, fields, agent));
                                        TRY(agent.name, check_name(agent.name));
                                        TRY(agent.email, check_address(agent.email, "/email"));
                                        CHECK_OK(check_reach(principal, agent.role));
                                        announce_setup(desk, txn);
                                        TRY(auto stored, store::add_agent(txn, std::move(agent)));
                                        if (!hash.empty()) CHECK_OK(store::write_password_hash(txn, stored.id, hash));
                                        return stored;
                                    });
}

Result<domain::Agent> change_agent(Desk& desk, access::Principal const& principal, domain::AgentId id,
                                   std::int64_t expected_version, AgentFields const& fields) {
    TRY(auto known, get_agent(desk, principal.scope, id));
    TRY(auto hash, hash_of(fields.password, {known.name, known.email}));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Agent> {
        TRY(auto agent, store::get_agent(txn, id));
        CHECK_OK(check_reach(principal, agent.role));
        auto const before = agent;
        if (expected_version != 0) agent.version = expected_version;
        CHECK_OK(apply(txn, fields, agent));
        CHECK_OK(check_reach(principal, agent.role));
        CHECK_OK(keep_an_admin(txn, before, agent));
        announce_setup(desk, txn);
        TRY(auto stored, store::update_agent(txn, agent));
        if (fields.is_available) CHECK_OK(keep_hand(txn, id));
        if (!hash.empty()) CHECK_OK(store::write_password_hash(txn, id, hash));
        bool const has_less = agent.role != before.role || (agent.is_disabled && !before.is_disabled);
        if (has_less || !hash.empty()) CHECK_OK(store::remove_sessions_of(txn, id));
        return stored;
    });
}

Result<domain::Agent> set_availability(Desk& desk, access::Principal const& principal, domain::AgentId id,
                                       std::int64_t expected_version, bool is_available) {
    return put_availability(desk, principal, id, expected_version, {is_available, {}, {}, {}});
}

}  // namespace lotse::desk
