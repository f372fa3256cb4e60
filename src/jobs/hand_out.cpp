// SPDX-License-Identifier: Apache-2.0
#include "jobs/hand_out.h"

#include <algorithm>

#include "base/log.h"
#include "desk/hand_out.h"
#include "desk/staffing_gaps.h"

namespace lotse::jobs {
namespace {

constexpr std::chrono::milliseconds kPoll{5'000};  // another process may have settled a ticket or sent somebody home
constexpr std::chrono::minutes kWholeLook{1};

// Until something is to be looked at: the roster's next change, if that is sooner.
std::chrono::milliseconds pause(std::optional<Instant> next_change, Instant now) {
    if (!next_change || *next_change - now >= kPoll) return kPoll;
    return std::chrono::ceil<std::chrono::milliseconds>(std::max(Duration{0}, *next_change - now));
}

}  // namespace

asio::awaitable<void> hand_out(JobParts parts, std::shared_ptr<Wake> wake) {
    auto& desk = parts.desk;
    Instant whole_at{};
    for (;;) {
        auto const now = desk.clock.now();
        auto const look = now >= whole_at ? desk::Look::whole : desk::Look::by_hand;
        auto const done = co_await parts.lanes.work([&desk, look] { return desk::hand_out_all(desk, look); });
        if (!done) log_error("tickets could not be handed out", done.error());
        auto const next = co_await parts.lanes.work([&desk] { return desk::next_roster_change(desk); });
        if (!next) log_error("the next change of the roster could not be read", next.error());
        auto const change = next ? *next : std::nullopt;
        if (look == desk::Look::whole) {
            auto const told = co_await parts.lanes.work([&desk] { return desk::tell_all_staffing_gaps(desk); });
            if (!told) log_error("a lead could not be told what the team lacks", told.error());
            whole_at = now + kWholeLook;
        }
        if (change) whole_at = std::min(whole_at, *change);
        co_await wake->wait(pause(change, desk.clock.now()));
    }
}

}  // namespace lotse::jobs
