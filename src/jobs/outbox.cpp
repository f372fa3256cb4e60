// SPDX-License-Identifier: Apache-2.0
#include "jobs/outbox.h"

#include "base/log.h"
#include "desk/deliver_notices.h"
#include "desk/waiting_work.h"
#include "gateway/relay.h"

namespace lotse::jobs {
namespace {

constexpr int kSideBySide = 8;
constexpr std::chrono::milliseconds kPoll{5000};

using Claimed = desk::DueNotice;

// A file that cannot be read now may be there later, as any failure that is tried again.
Result<gateway::Carried> carried_by(desk::Desk& desk, Claimed const& claimed) {
    gateway::Carried out;
    if (claimed.notice.kind != domain::NoticeKind::reply && claimed.notice.kind != domain::NoticeKind::forward)
        return out;
    TRY(auto sending, desk::read_sending(desk, domain::ScopeMint::for_tenant(claimed.tenant), claimed.notice));
    out.to = std::move(sending.to);
    out.cc = std::move(sending.cc);
    for (auto& file : sending.files)
        out.files.push_back({file.attachment.name, file.attachment.content_type, file.attachment.content_id,
                             file.attachment.is_inline, std::move(file.bytes)});
    return out;
}

Result<void> send_carried(desk::Desk& desk, gateway::SmtpRelay const& relay, Claimed const& claimed) {
    TRY(auto const carried, carried_by(desk, claimed));
    return gateway::send_notice(relay, {claimed.from_name, claimed.from_address}, claimed.notice, carried);
}

Result<void> send_one(desk::Desk& desk, gateway::SmtpRelay const& relay, Claimed const& claimed) {
    TRY(auto const way, gateway::relay_of(desk, claimed.tenant, relay));
    auto const outcome = send_carried(desk, way, claimed);
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
    auto const running = std::make_shared<std::atomic<int>>(0);
    for (;;) {
        int const room = kSideBySide - running->load();
        if (room > 0) {
            auto& desk = parts.desk;
            auto claimed = co_await parts.lanes.work([&desk, room, relay = parts.relay] {
                return desk::claim_due_notices(desk, room, gateway::way_out(desk, relay));
            });
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
