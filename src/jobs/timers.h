// SPDX-License-Identifier: Apache-2.0
// Fires due timers, and does the desk's daily housework.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Looks at the soonest timer of each desk at least every 20 seconds; runs until the runtime stops.
asio::awaitable<void> fire_timers(JobParts parts, std::shared_ptr<Wake> wake);

// Once an hour: forgets old idempotency keys. Once a night (02:00-05:00 on the desk's clock, or 24 h after the last
// time): fits the triage model anew.
asio::awaitable<void> keep_house(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
