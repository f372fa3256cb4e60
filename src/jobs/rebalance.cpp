// SPDX-License-Identifier: Apache-2.0
#include "jobs/rebalance.h"

#include "base/log.h"
#include "desk/rebalance.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{30'000};  // another process may have sent somebody home
constexpr std::chrono::hours kPause{1};

}  // namespace

asio::awaitable<void> rebalance(JobParts parts, std::shared_ptr<Wake> wake) {
    auto& desk = parts.desk;
    auto next_at = desk.clock.now() + kPause;
    for (;;) {
        auto const now = desk.clock.now();
        bool const is_hour = now >= next_at;
        auto const cause = is_hour ? desk::RebalanceCause::hour : desk::RebalanceCause::people;
        auto const done = co_await parts.lanes.work([&desk, cause] { return desk::rebalance_all(desk, cause); });
        if (!done) log_error("work could not be dealt out anew", done.error());
        if (is_hour) next_at = now + kPause;
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
