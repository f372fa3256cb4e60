// SPDX-License-Identifier: Apache-2.0
// Fetches one mailbox for as long as it is told to: log in, take what is new, wait for more, begin again with patience
// when something fails. A message is marked or moved only after its commit.
#pragma once

#include <atomic>
#include <functional>
#include <memory>

#include "desk/desk.h"
#include "gateway/smtp_in.h"
#include "net/imap_client.h"
#include "net/lanes.h"

namespace lotse::gateway {

struct MailboxParts {
    net::Lanes& lanes;
    desk::Desk& desk;
    std::shared_ptr<net::TlsClient> tls;
    std::vector<std::string> trusted_receivers;
    OnInbound on_inbound;
    std::chrono::seconds poll{60};         // where the server has no IDLE
    std::chrono::seconds idle{120};  // renewal; far below the 29 minutes of RFC 2177, so that a change is seen soon
};

// Returns when `is_over` is set (looked at between steps and whenever a wait is renewed), or by the runtime's stop. The state
// of the mailbox, "well, ..." or "failed: ...", is kept as a note of its desk, for the doctor and the metrics.
boost::asio::awaitable<void> poll_mailbox(MailboxParts parts, domain::TenantId tenant, domain::MailboxId mailbox,
                                          std::shared_ptr<std::atomic<bool>> is_over);

// 5 s, doubling up to 5 minutes; a refused password at once 5 minutes.
std::chrono::seconds mailbox_pause(int failures, bool is_refused);

}  // namespace lotse::gateway
