// SPDX-License-Identifier: Apache-2.0
#include "app/demo/load_demo.h"

#include "store/tenants.h"

namespace lotse::app {

Result<domain::Tenant> load_demo(desk::Desk& desk, StoryPlan const& plan,
                                 std::function<void(std::size_t, std::size_t)> const& progress) {
    TRY(auto scripts, read_scripts());
    auto const now = desk.clock.now();
    FakeClock clock(now - std::chrono::days{plan.days});
    // A desk on the same store that lives in the story's time, with caches of its own.
    desk::Models models;
    desk::Setups setups(clock, Duration::zero());
    desk::Waits waits(clock);
    desk::Desk past{desk.store, desk.blobs, clock, desk.master_key, models, setups, waits, {}};
    TRY(auto firm, make_firm(past));
    auto const lived = live_through(past, clock, firm, scripts, plan, now, progress);
    if (!lived) {
        // Half a story is worse than none.
        CHECK_OK(store::remove_demo_tenant(desk.store, firm.tenant.id));
        return lived.error();
    }
    desk.models.drop(firm.tenant.id);
    desk.setups.drop(firm.tenant.id);
    return firm.tenant;
}

Result<void> remove_demo(desk::Desk& desk) {
    TRY(auto tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        if (!tenant.is_demo) continue;
        CHECK_OK(store::remove_demo_tenant(desk.store, tenant.id));
        desk.setups.drop(tenant.id);
        desk.models.drop(tenant.id);
        return {};
    }
    return not_found("demo.missing", "There is no demo desk in this data folder.");
}

}  // namespace lotse::app
