// SPDX-License-Identifier: Apache-2.0
#include "jobs/renewals.h"

#include "base/log.h"
#include "desk/renew_deadlines.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{20'000};  // changes that another process has stored
constexpr std::chrono::milliseconds kAfterFailure{2'000};

}  // namespace

asio::awaitable<void> renew_deadlines(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const more = co_await parts.lanes.work([&desk] { return desk::renew_step(desk); });
        if (!more) log_error("deadlines could not be computed anew", more.error());
        if (more && *more) continue;
        co_await wake->wait(more ? kPoll : kAfterFailure);
    }
}

}  // namespace lotse::jobs
