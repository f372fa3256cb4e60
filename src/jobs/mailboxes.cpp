// SPDX-License-Identifier: Apache-2.0
#include "jobs/mailboxes.h"

#include <map>

#include "base/log.h"
#include "desk/waiting_work.h"
#include "net/stop.h"

namespace lotse::jobs {
namespace {

namespace asio = boost::asio;

constexpr std::chrono::milliseconds kLook{2000};

using Key = std::pair<std::int64_t, std::int64_t>;  // tenant, mailbox

struct Running {
    std::int64_t version = 0;
    std::shared_ptr<std::atomic<bool>> is_over;
};

Result<std::map<Key, std::int64_t>> read_enabled(desk::Desk& desk) {
    TRY(auto mailboxes, desk::enabled_mailboxes(desk));
    std::map<Key, std::int64_t> out;
    for (auto const& [tenant, mailbox] : mailboxes) out[{tenant.value, mailbox.id.value}] = mailbox.version;
    return out;
}

asio::awaitable<void> keep_mailboxes(net::Runtime& runtime, gateway::MailboxParts parts) {
    std::map<Key, Running> running;
    do {
        auto* desk = &parts.desk;
        auto const wanted = co_await parts.lanes.work([desk] { return read_enabled(*desk); });
        if (!wanted) {
            log_error("the mailboxes could not be read", wanted.error());
            continue;
        }
        for (auto it = running.begin(); it != running.end();) {
            auto const still = wanted->find(it->first);
            bool const is_same = still != wanted->end() && still->second == it->second.version;
            if (!is_same) it->second.is_over->store(true);
            it = is_same ? std::next(it) : running.erase(it);
        }
        for (auto const& [key, version] : *wanted) {
            if (running.contains(key)) continue;
            auto const is_over = std::make_shared<std::atomic<bool>>(false);
            running[key] = {version, is_over};
            runtime.spawn(
                "mailbox", runtime.make_strand(),
                gateway::poll_mailbox(parts, domain::TenantId{key.first}, domain::MailboxId{key.second}, is_over));
        }
    } while (co_await net::pause(kLook));
}

}  // namespace

void start_mailboxes(net::Runtime& runtime, gateway::MailboxParts parts) {
    runtime.spawn("mailboxes", runtime.make_strand(), keep_mailboxes(runtime, std::move(parts)));
}

}  // namespace lotse::jobs
