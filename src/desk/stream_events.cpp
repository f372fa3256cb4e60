// SPDX-License-Identifier: Apache-2.0
#include "desk/stream_events.h"

#include "store/events.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr int kPlacedAtOnce = 500;  // keeps the write job short

}  // namespace

Result<void> place_events(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const is_behind,
        desk.store.read(scope, [](store::ReadTxn& txn) { return store::has_unplaced_events(txn); }));
    if (!is_behind) return {};
    for (;;) {
        TRY(auto const placed,
            desk.store.write(scope, [](store::WriteTxn& txn) { return store::place_events(txn, kPlacedAtOnce); }));
        if (placed < kPlacedAtOnce) return {};
    }
}

Result<std::vector<domain::Event>> events_after(Desk& desk, domain::TenantScope const& scope, std::int64_t after,
                                                int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_events_after(txn, after, limit); });
}

Result<std::int64_t> last_position(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::last_position(txn); });
}

Result<std::vector<domain::TenantId>> streamed_desks(Desk& desk) {
    TRY(auto const tenants, store::list_tenants(desk.store));
    std::vector<domain::TenantId> out;
    for (auto const& tenant : tenants) out.push_back(tenant.id);
    return out;
}

}  // namespace lotse::desk
