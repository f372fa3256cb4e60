// SPDX-License-Identifier: Apache-2.0
#include "jobs/webhooks.h"

#include <random>
#include <set>

#include "base/log.h"
#include "base/mutex.h"
#include "desk/send_webhooks.h"

namespace lotse::jobs {
namespace {

constexpr int kSideBySide = 4;
constexpr std::chrono::milliseconds kPoll{5000};

struct Sending {
    Mutex<std::set<desk::WebhookKey>> busy;
    domain::TenantId first;  // of the coroutine alone
};

double any_share() {
    thread_local std::minstd_rand random{std::random_device{}()};
    return std::uniform_real_distribution<double>(0, 1)(random);
}

Result<void> send_one(desk::Desk& desk, desk::DueCall const& due) {
    auto const outcome = desk::send_call(desk, due);
    return desk::note_call_outcome(desk, due, outcome, any_share());
}

asio::awaitable<void> send_task(JobParts parts, desk::DueCall due, std::shared_ptr<Sending> sending,
                                std::shared_ptr<Wake> wake) {
    auto& desk = parts.desk;
    auto const done = co_await parts.lanes.work([&desk, due] { return send_one(desk, due); });
    if (!done) log_error("what became of a webhook call could not be noted", done.error());
    sending->busy.with([&](auto& busy) { busy.erase({due.tenant.value, due.webhook.id.value}); });
    wake->ring();
}

}  // namespace

asio::awaitable<void> send_webhooks(JobParts parts, std::shared_ptr<Wake> wake) {
    auto const sending = std::make_shared<Sending>();
    for (;;) {
        auto const busy = sending->busy.with([](auto& all) { return all; });
        int const room = kSideBySide - static_cast<int>(busy.size());
        if (room > 0) {
            auto& desk = parts.desk;
            auto claimed = co_await parts.lanes.work(
                [&desk, room, busy, sending] { return desk::claim_due_calls(desk, room, busy, sending->first); });
            if (!claimed) {
                log_error("the outbox of webhooks could not be read", claimed.error());
            } else {
                for (auto& due : *claimed) {
                    sending->busy.with([&](auto& all) { all.insert({due.tenant.value, due.webhook.id.value}); });
                    parts.runtime.spawn("webhook", parts.runtime.make_strand(),
                                        send_task(parts, std::move(due), sending, wake));
                }
            }
        }
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
