// SPDX-License-Identifier: Apache-2.0
#include "desk/forget_escalations.h"

#include "store/escalations.h"
#include "store/tenants.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

constexpr int kAtOnce = 200;

template <class Forget>
Result<int> in_pieces(Desk& desk, domain::TenantScope const& scope, Instant before, Forget forget) {
    int out = 0;
    for (;;) {
        TRY(int const gone,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return forget(txn, before, kAtOnce); }));
        out += gone;
        if (gone < kAtOnce || desk.stopping.stop_requested()) return out;
    }
}

}  // namespace

Result<int> forget_old_escalations(Desk& desk, domain::TenantScope const& scope) {
    auto const now = desk.clock.now();
    TRY(auto const settings, desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_settings(txn); }));
    TRY([[maybe_unused]] auto const calls, in_pieces(desk, scope, now - kCallLife, store::forget_calls));
    if (settings.escalation_days <= 0) return 0;
    return in_pieces(desk, scope, now - std::chrono::days{settings.escalation_days}, store::forget_escalations);
}

}  // namespace lotse::desk
