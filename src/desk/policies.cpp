// SPDX-License-Identifier: Apache-2.0
#include "desk/policies.h"

#include <fmt/format.h>

#include "desk/renew_deadlines.h"
#include "domain/check_policy.h"
#include "store/customers.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

// Every id must be of something that is there; the field names the place.
template <class Id, class Get>
Result<void> take_ids(store::ReadTxn& txn, std::optional<std::vector<Id>> const& wanted, char const* name, Get get,
                      std::vector<Id>& out) {
    if (!wanted) return {};
    for (std::size_t i = 0; i < wanted->size(); ++i) {
        auto const field = fmt::format("/conditions/{}/{}", name, i);
        CHECK_OK(at_field(get(txn, (*wanted)[i]), field.c_str()));
    }
    out = *wanted;
    return {};
}

Result<void> apply_conditions(store::ReadTxn& txn, PolicyFields const& fields, domain::PolicyConditions& out) {
    CHECK_OK(take_ids(
        txn, fields.organizations, "organizations", [](auto& t, auto id) { return store::get_organization(t, id); },
        out.organizations));
    CHECK_OK(take_ids(
        txn, fields.categories, "categories", [](auto& t, auto id) { return store::get_category(t, id); },
        out.categories));
    return take_ids(txn, fields.queues, "queues", [](auto& t, auto id) { return store::get_queue(t, id); }, out.queues);
}

Result<void> apply(store::ReadTxn& txn, PolicyFields const& fields, Instant now, domain::Policy& policy) {
    if (fields.name) {
        TRY(policy.name, check_name(*fields.name));
    }
    if (fields.calendar) {
        CHECK_OK(at_field(store::get_calendar(txn, *fields.calendar), "/calendar"));
        policy.calendar = *fields.calendar;
    }
    for (std::size_t i = 0; i < fields.targets.size(); ++i)
        if (fields.targets[i]) policy.targets[i] = *fields.targets[i];
    if (fields.is_default) policy.is_default = *fields.is_default;
    if (fields.position) policy.position = *fields.position;
    CHECK_OK(apply_conditions(txn, fields, policy.conditions));
    if (!policy.calendar) return domain::check_possible(policy, domain::always_open(), now);
    TRY(auto const calendar, store::get_calendar(txn, policy.calendar));
    CHECK_OK(domain::check_possible(policy, calendar, now));
    return {};
}

}  // namespace

Result<domain::Policy> policy_with(store::ReadTxn& txn, domain::PolicyId id, PolicyFields const& fields, Instant now) {
    TRY(auto policy, store::get_policy(txn, id));
    CHECK_OK(apply(txn, fields, now, policy));
    return policy;
}

Result<std::vector<domain::Policy>> list_policies(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_policies(txn); });
}

Result<domain::Policy> get_policy(Desk& desk, domain::TenantScope const& scope, domain::PolicyId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_policy(txn, id); });
}

Result<Made<domain::Policy>> make_policy(Desk& desk, access::Principal const& principal, PolicyFields const& fields,
                                         CallKey const& key) {
    return make_once<domain::Policy>(desk, principal, key, store::get_policy,
                                     [&](store::WriteTxn& txn) -> Result<domain::Policy> {
                                         domain::Policy policy;
                                         CHECK_OK(apply(txn, fields, desk.clock.now(), policy));
                                         TRY(policy.name, check_name(policy.name));
                                         announce_setup(desk, txn);
                                         CHECK_OK(ask_renewal(desk, txn));
                                         return store::add_policy(txn, std::move(policy));
                                     });
}

Result<domain::Policy> change_policy(Desk& desk, access::Principal const& principal, domain::PolicyId id,
                                     std::int64_t expected_version, PolicyFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Policy> {
        TRY(auto policy, store::get_policy(txn, id));
        if (expected_version != 0) policy.version = expected_version;
        CHECK_OK(apply(txn, fields, desk.clock.now(), policy));
        announce_setup(desk, txn);
        CHECK_OK(ask_renewal(desk, txn));
        return store::update_policy(txn, std::move(policy));
    });
}

}  // namespace lotse::desk
