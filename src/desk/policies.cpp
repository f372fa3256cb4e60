// SPDX-License-Identifier: Apache-2.0
#include "desk/policies.h"

#include "store/setup.h"

namespace lotse::desk {
namespace {

Result<void> apply(store::ReadTxn& txn, PolicyFields const& fields, domain::Policy& policy) {
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
    return {};
}

}  // namespace

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
                                         CHECK_OK(apply(txn, fields, policy));
                                         TRY(policy.name, check_name(policy.name));
                                         announce_setup(desk, txn);
                                         return store::add_policy(txn, std::move(policy));
                                     });
}

Result<domain::Policy> change_policy(Desk& desk, access::Principal const& principal, domain::PolicyId id,
                                     std::int64_t expected_version, PolicyFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Policy> {
        TRY(auto policy, store::get_policy(txn, id));
        if (expected_version != 0) policy.version = expected_version;
        CHECK_OK(apply(txn, fields, policy));
        announce_setup(desk, txn);
        return store::update_policy(txn, std::move(policy));
    });
}

}  // namespace lotse::desk
