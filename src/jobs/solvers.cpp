// SPDX-License-Identifier: Apache-2.0
#include "jobs/solvers.h"

#include "base/log.h"
#include "desk/learn_solvers.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPause{5'000};

}  // namespace

asio::awaitable<void> learn_solvers(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const more = co_await parts.lanes.work([&desk] { return desk::learn_solvers_all(desk); });
        if (!more) log_error("who solves what could not be learned", more.error());
        if (more && *more) continue;
        co_await wake->wait(kPause);
    }
}

}  // namespace lotse::jobs
