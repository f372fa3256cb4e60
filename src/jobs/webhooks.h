// SPDX-License-Identifier: Apache-2.0
// Sends what waits in the outbox of webhooks, beside the mail and in rooms of its own.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops; up to 4 calls at once, one of a webhook.
asio::awaitable<void> send_webhooks(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
