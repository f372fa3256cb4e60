// SPDX-License-Identifier: Apache-2.0
#include "jobs/timers.h"

#include "base/log.h"
#include "desk/housekeeping.h"
#include "desk/waiting_work.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kTimerPoll{20'000};
constexpr std::chrono::milliseconds kHousePoll{3'600'000};

}  // namespace

asio::awaitable<void> fire_timers(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const done = co_await parts.lanes.work([&desk] { return desk::fire_due_timers(desk, kTimerPoll); });
        if (!done) log_error("timers could not be fired", done.error());
        if (done) parts.counters.timers_fired.fetch_add(static_cast<std::uint64_t>(done->fired));
        co_await wake->wait(done ? std::chrono::ceil<std::chrono::milliseconds>(done->pause)
                                 : std::chrono::milliseconds{2000});
    }
}

asio::awaitable<void> keep_house(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto& counters = parts.counters;
        auto const done = co_await parts.lanes.work([&desk, &counters]() -> Result<void> {
            TRY(auto refits, desk::keep_house(desk, [&counters](double done) {
                    counters.refit_thousandths.store(done < 1 ? static_cast<std::uint64_t>(done * 1000) : 1000);
                }));
            counters.refits.fetch_add(static_cast<std::uint64_t>(refits));
            return {};
        });
        if (!done) log_error("housekeeping failed", done.error());
        co_await wake->wait(kHousePoll);
    }
}

}  // namespace lotse::jobs
