// SPDX-License-Identifier: Apache-2.0
#include "app/demo/load_demo.h"

#include <algorithm>

#include "base/file_lock.h"
#include "base/json.h"
#include "base/log.h"
#include "desk/queues.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::app {
namespace {

constexpr int kHandsOutBelow = 2;

// As the desk's API notes it, so that the audit list tells since when, and a simulation lives the weeks before as they were.
std::shared_ptr<domain::CallNote> note_of_pull(domain::Queue const& queue, access::Principal const& by, Instant now) {
    auto out = std::make_shared<domain::CallNote>();
    out->at = now;
    out->credential = "operator";
    out->origin = "demo";
    out->agent = by.agent;
    out->action = "patch_queue";
    out->object_kind = "queue";
    out->object_id = queue.id.value;
    out->object_name = queue.name;
    out->changes = to_string(Json(
        JsonArray{JsonObject{{"field", "assignment"}, {"from", domain::name_of(queue.assignment)}, {"to", "pull"}},
                  JsonObject{{"field", "hands_out_below"}, {"from", queue.hands_out_below}, {"to", kHandsOutBelow}}}));
    return out;
}

// The story is told with owners from the start; from today on one team shows the other way: its tickets wait in the pool.
Result<void> let_network_pull(desk::Desk& desk, DemoFirm const& firm) {
    auto planner = acting_as(firm, firm.agents.front().id);
    TRY(auto const queues, desk::list_queues(desk, planner.scope));
    auto const network =
        std::ranges::find_if(queues, [](auto const& queue) { return queue.address.starts_with("network@"); });
    if (network == queues.end()) return {};
    planner.scope.record_as(note_of_pull(*network, planner, desk.clock.now()));
    desk::QueueFields fields;
    fields.assignment = domain::Assignment::pull;
    fields.hands_out_below = kHandsOutBelow;
    TRY([[maybe_unused]] auto const changed, desk::change_queue(desk, planner, network->id, 0, fields));
    return {};
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
        CHECK_OK(let_network_pull(past, firm));
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
