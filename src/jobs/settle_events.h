// SPDX-License-Identifier: Apache-2.0
// Takes up every unsettled event: gather (work), settle (cpu), commit (work).
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops. Events of one ticket are settled in their order, those of different tickets side by
// side, so that they share commits. An event that fails is tried again after a pause, and set aside after five tries.
asio::awaitable<void> settle_events(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
