// SPDX-License-Identifier: Apache-2.0
// Makes the full-text entries of tickets that have changed.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops. A change is found within half a second of its commit.
asio::awaitable<void> index_tickets(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
