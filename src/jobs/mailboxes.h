// SPDX-License-Identifier: Apache-2.0
// Keeps one fetching coroutine for every enabled mailbox of every desk, and a new one when an admin changes it.
#pragma once

#include "gateway/imap_poll.h"
#include "net/runtime.h"

namespace lotse::jobs {

// Looks at the mailboxes every two seconds; runs until the runtime stops. The parts outlive its stop().
void start_mailboxes(net::Runtime& runtime, gateway::MailboxParts parts);

}  // namespace lotse::jobs
