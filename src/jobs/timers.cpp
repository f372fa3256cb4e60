// SPDX-License-Identifier: Apache-2.0
#include "jobs/timers.h"

#include "base/log.h"
#include "desk/fire_timers.h"
#include "desk/housekeeping.h"
#include "store/outbox.h"
#include "store/tenants.h"

namespace lotse::jobs {
namespace {

constexpr int kBatch = 100;
constexpr std::chrono::milliseconds kTimerPoll{20'000};
constexpr std::chrono::milliseconds kHousePoll{3'600'000};

// Fires what is due; gives how long nothing will be.
Result<std::chrono::milliseconds> fire_due(desk::Desk& desk, JobCounters& counters) {
    auto pause = kTimerPoll;
    TRY(auto tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        for (;;) {
            TRY(auto next, desk.store.read(scope, [](store::ReadTxn& txn) { return store::next_timer_at(txn); }));
            if (!next) break;
            auto const left = std::chrono::ceil<std::chrono::milliseconds>(*next - desk.clock.now());
            if (left.count() > 0) {
                pause = std::min(pause, left);
                break;
            }
            TRY(auto fired, desk::fire_timers(desk, scope, kBatch));
            counters.timers_fired.fetch_add(static_cast<std::uint64_t>(fired));
        }
    }
    return pause;
}

}  // namespace

asio::awaitable<void> fire_timers(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto& counters = parts.counters;
        auto const pause = co_await parts.lanes.work([&desk, &counters] { return fire_due(desk, counters); });
        if (!pause) log_error("timers could not be fired", pause.error());
        co_await wake->wait(pause ? *pause : std::chrono::milliseconds{2000});
    }
}

asio::awaitable<void> keep_house(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto& counters = parts.counters;
        auto const done = co_await parts.lanes.work([&desk, &counters]() -> Result<void> {
            TRY(auto refits, desk::keep_house(desk));
            counters.refits.fetch_add(static_cast<std::uint64_t>(refits));
            return {};
        });
        if (!done) log_error("housekeeping failed", done.error());
        co_await wake->wait(kHousePoll);
    }
}

}  // namespace lotse::jobs
