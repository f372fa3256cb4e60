// SPDX-License-Identifier: Apache-2.0
// Sends letters: mail that belongs to no ticket.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops, one letter after the other: there are few.
asio::awaitable<void> send_letters(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
