// SPDX-License-Identifier: Apache-2.0
#include "jobs/bulk.h"

#include "base/log.h"
#include "desk/run_bulk.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{20'000};  // jobs that another process has stored
constexpr std::chrono::milliseconds kAfterFailure{2'000};

}  // namespace

asio::awaitable<void> run_bulk(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const more = co_await parts.lanes.work([&desk] { return desk::run_bulk_step(desk); });
        if (!more) log_error("a bulk job could not go on", more.error());
        if (more && *more) continue;
        co_await wake->wait(more ? kPoll : kAfterFailure);
    }
}

}  // namespace lotse::jobs
