// SPDX-License-Identifier: Apache-2.0
#include "jobs/audit.h"

#include "base/log.h"
#include "desk/audit_chain.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::minutes kPause{5};

}  // namespace

asio::awaitable<void> sign_audit(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const done = co_await parts.lanes.work([&desk] { return desk::make_checkpoints(desk); });
        if (!done) log_error("the audit list could not be signed", done.error());
        co_await wake->wait(kPause);
    }
}

}  // namespace lotse::jobs
