// SPDX-License-Identifier: Apache-2.0
#include "jobs/outbox.h"

#include "base/log.h"
#include "desk/deliver_notices.h"
#include "desk/notices.h"
#include "store/outbox.h"
#include "store/tenants.h"

namespace lotse::jobs {
namespace {

constexpr int kSideBySide = 8;
constexpr std::chrono::milliseconds kPoll{5000};

struct Claimed {
    domain::TenantId tenant;
    gateway::MailFrom from;
    domain::Notice notice;
};

gateway::MailFrom sender_of(desk::Setup const& setup, domain::Notice const& notice) {
    // The reply address is the queue's or the desk's with a token in it; without the token it is the sender.
    auto address = notice.reply_to;
    auto const plus = address.find('+');
    auto const at = address.find('@');
    if (plus != std::string::npos && at != std::string::npos && plus < at) address.erase(plus, at - plus);
    return {setup.tenant.name, address.empty() ? setup.tenant.mail_from : address};
}

Result<std::vector<Claimed>> claim(desk::Desk& desk, int limit) {
    std::vector<Claimed> out;
    TRY(auto tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        std::shared_ptr<desk::Setup const> setup;
        // A look first: an idle desk must not write every few seconds.
        TRY(auto is_due, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<bool> {
            TRY(setup, desk.setups.get(txn));
            TRY(auto next, store::next_notice_at(txn));
            return next && *next <= desk.clock.now();
        }));
        if (!is_due) continue;
        TRY(auto notices, desk::claim_notices(desk, scope, limit));
        for (auto& notice : notices) {
            auto from = sender_of(*setup, notice);
            out.push_back({tenant.id, std::move(from), std::move(notice)});
        }
    }
    return out;
}

Result<void> send_one(desk::Desk& desk, gateway::SmtpRelay const& relay, Claimed const& claimed) {
    auto const outcome = gateway::send_notice(relay, claimed.from, claimed.notice);
    CHECK_OK(desk::note_outcome(desk, domain::ScopeMint::for_tenant(claimed.tenant), claimed.notice, outcome));
    return outcome;
}

asio::awaitable<void> send_task(JobParts parts, Claimed claimed, std::shared_ptr<std::atomic<int>> running,
                                std::shared_ptr<Wake> wake) {
    auto& desk = parts.desk;
    auto const sent =
        co_await parts.lanes.work([&desk, relay = parts.relay, claimed] { return send_one(desk, relay, claimed); });
    (sent ? parts.counters.notices_sent : parts.counters.notices_failed).fetch_add(1);
    if (!sent) log_error("a notice was not sent", sent.error(), {{"notice", claimed.notice.id.value}});
    running->fetch_sub(1);
    wake->ring();
}

}  // namespace

asio::awaitable<void> send_outbox(JobParts parts, std::shared_ptr<Wake> wake) {
    if (parts.relay.url.empty()) co_return;
    auto const running = std::make_shared<std::atomic<int>>(0);
    for (;;) {
        int const room = kSideBySide - running->load();
        if (room > 0) {
            auto& desk = parts.desk;
            auto claimed = co_await parts.lanes.work([&desk, room] { return claim(desk, room); });
            if (!claimed) {
                log_error("the outbox could not be read", claimed.error());
            } else {
                for (auto& one : *claimed) {
                    running->fetch_add(1);
                    parts.runtime.spawn("notice", parts.runtime.make_strand(),
                                        send_task(parts, std::move(one), running, wake));
                }
            }
        }
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
