// SPDX-License-Identifier: Apache-2.0
#include "jobs/simulations.h"

#include "base/log.h"
#include "desk/simulation_jobs.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{20'000};  // jobs that another process has stored
constexpr std::chrono::milliseconds kAfterFailure{2'000};

}  // namespace

asio::awaitable<void> run_simulations(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const more = co_await parts.lanes.work([&desk] { return desk::run_simulation_step(desk); });
        if (!more) log_error("a simulation could not be worked off", more.error());
        if (more && *more) continue;
        co_await wake->wait(more ? kPoll : kAfterFailure);
    }
}

}  // namespace lotse::jobs
