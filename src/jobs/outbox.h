// SPDX-License-Identifier: Apache-2.0
// Sends what waits in the outbox.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops; up to 8 notices at once. Without a relay it does nothing, and notices wait.
asio::awaitable<void> send_outbox(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
