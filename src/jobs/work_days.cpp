// SPDX-License-Identifier: Apache-2.0
#include "jobs/work_days.h"

#include "base/log.h"
#include "desk/fairness.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::minutes kPause{10};

}  // namespace

// A node more looks once more: both sums grow alike.
asio::awaitable<void> note_loads(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const done = co_await parts.lanes.work([&desk] { return desk::note_all_loads(desk); });
        if (!done) log_error("how much people have to do could not be noted", done.error());
        co_await wake->wait(kPause);
    }
}

}  // namespace lotse::jobs
