// SPDX-License-Identifier: Apache-2.0
// Deals out anew what nobody has begun: when people or rules change, and every hour.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops; rung when the set-up changed, as when somebody goes away or loses a skill.
asio::awaitable<void> rebalance(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
