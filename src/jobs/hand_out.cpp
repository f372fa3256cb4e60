// SPDX-License-Identifier: Apache-2.0
#include "jobs/hand_out.h"

#include "base/log.h"
#include "desk/hand_out.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{5'000};  // another process may have settled a ticket or sent somebody home

}  // namespace

asio::awaitable<void> hand_out(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const done = co_await parts.lanes.work([&desk] { return desk::hand_out_all(desk); });
        if (!done) log_error("tickets could not be handed out", done.error());
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
