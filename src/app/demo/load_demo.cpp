// SPDX-License-Identifier: Apache-2.0
#include "app/demo/load_demo.h"

#include <algorithm>

#include "base/file_lock.h"
#include "base/log.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::app {
namespace {

// The story is told with owners from the start; from today on one team shows the other way: its tickets wait in the pool.
Result<void> let_network_pull(desk::Desk& desk, domain::TenantId tenant) {
    return desk.store.write(domain::ScopeMint::for_tenant(tenant), [](store::WriteTxn& txn) -> Result<void> {
        TRY(auto queues, store::list_queues(txn));
        for (auto& queue : queues) {
            if (!queue.address.starts_with("network@")) continue;
            queue.assignment = domain::Assignment::pull;
            queue.hands_out_below = 2;
            TRY([[maybe_unused]] auto stored, store::update_queue(txn, queue));
        }
        return {};
    });
}

std::string lock_of(std::string const& folder) { return folder + "/demo.lock"; }

Result<FileLock> begin(std::string const& folder) {
    TRY(auto lock, FileLock::try_take(lock_of(folder)));
    if (lock) return std::move(*lock);
    return conflict("demo.busy",
                    "Another Lotse is loading or removing the demo desk of this data folder; wait for it.");
}

Result<std::optional<domain::Tenant>> find_demo(desk::Desk& desk) {
    TRY(auto tenants, store::list_tenants(desk.store));
    auto const found = std::ranges::find(tenants, true, &domain::Tenant::is_demo);
    if (found == tenants.end()) return std::optional<domain::Tenant>();
    return std::optional<domain::Tenant>(std::move(*found));
}

Result<void> remove_what_a_kill_left(desk::Desk& desk) {
    TRY(auto const left, find_demo(desk));
    if (!left || !left->is_unfinished) return {};
    log(Level::info, "a demo desk that was left half told is removed", {{"desk", left->slug}});
    return store::remove_demo_tenant(desk.store, left->id);
}

Result<domain::Tenant> mark_finished(desk::Desk& desk, domain::TenantId id) {
    return desk.store.write(domain::ScopeMint::for_tenant(id), [](store::WriteTxn& txn) -> Result<domain::Tenant> {
        TRY(auto tenant, store::get_tenant(txn));
        tenant.is_unfinished = false;
        CHECK_OK(store::update_tenant(txn, tenant));
        return tenant;
    });
}

Result<domain::Tenant> tell(desk::Desk& past, FakeClock& clock, DemoLoading const& loading, Instant now) {
    TRY(auto const scripts, read_scripts());
    TRY(auto const firm, make_firm(past));
    auto const lived = live_through(past, clock, firm, scripts, loading.plan, {now, loading.progress, loading.stop});
    if (lived) {
        CHECK_OK(let_network_pull(past, firm.tenant.id));
        return mark_finished(past, firm.tenant.id);
    }
    // Half a story is worse than none; but who is told to stop has no time to tidy up.
    if (lived.error().code != kStopped) CHECK_OK(store::remove_demo_tenant(past.store, firm.tenant.id));
    return lived.error();
}

}  // namespace

Result<domain::Tenant> load_demo(desk::Desk& desk, DemoLoading const& loading) {
    TRY(auto const lock, begin(loading.folder));
    CHECK_OK(remove_what_a_kill_left(desk));
    auto const now = desk.clock.now();
    FakeClock clock(now - std::chrono::days{loading.plan.days});
    // A desk on the same store that lives in the story's time, with caches of its own.
    desk::Models models;
    desk::Setups setups(clock, Duration::zero());
    desk::Meanings meanings;
    desk::Desk past{desk.store, desk.blobs, clock, desk.master_key, models, setups, meanings, {}};
    TRY(auto tenant, tell(past, clock, loading, now));
    desk.models.drop(tenant.id);
    desk.setups.drop(tenant.id);
    return tenant;
}

Result<bool> is_left_half_told(desk::Desk& desk, std::string const& folder) {
    TRY(auto const lock, FileLock::try_take(lock_of(folder)));
    if (!lock) return false;
    TRY(auto const demo, find_demo(desk));
    return demo && demo->is_unfinished;
}

Result<void> remove_demo(desk::Desk& desk, std::string const& folder) {
    TRY(auto const lock, begin(folder));
    TRY(auto const demo, find_demo(desk));
    if (!demo) return not_found("demo.missing", "There is no demo desk in this data folder.");
    CHECK_OK(store::remove_demo_tenant(desk.store, demo->id));
    desk.setups.drop(demo->id);
    desk.models.drop(demo->id);
    return {};
}

}  // namespace lotse::app
