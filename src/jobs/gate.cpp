// SPDX-License-Identifier: Apache-2.0
#include "jobs/gate.h"

#include "base/log.h"
#include "desk/weigh_evidence.h"

namespace lotse::jobs {
namespace {

// A right may come a moment late; two indexed reads a desk and look are nothing.
constexpr std::chrono::milliseconds kPause{3'000};

}  // namespace

asio::awaitable<void> weigh_evidence(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const more = co_await parts.lanes.work([&desk] { return desk::weigh_all(desk); });
        if (!more) log_error("evidence could not be weighed", more.error());
        if (more && *more) continue;
        co_await wake->wait(kPause);
    }
}

}  // namespace lotse::jobs
