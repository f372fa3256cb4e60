// SPDX-License-Identifier: Apache-2.0
#include "jobs/calendar_feeds.h"

#include "base/log.h"
#include "desk/calendar_feeds.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{60'000};

}  // namespace

asio::awaitable<void> read_calendar_feeds(JobParts parts, std::shared_ptr<Wake> wake) {
    for (;;) {
        auto& desk = parts.desk;
        auto const more = co_await parts.lanes.work([&desk] { return desk::read_due_feeds(desk); });
        if (!more) log_error("calendars of others could not be read", more.error());
        if (more && *more) continue;
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
