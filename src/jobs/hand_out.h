// SPDX-License-Identifier: Apache-2.0
// Gives waiting tickets to whoever is free, in queues that pull.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops; rung when a ticket was settled or the set-up changed, as when somebody comes or goes.
asio::awaitable<void> hand_out(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
