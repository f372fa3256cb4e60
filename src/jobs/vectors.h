// SPDX-License-Identifier: Apache-2.0
// Makes the vectors of tickets, where there is a language model, and keeps those in memory behind them.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

// Runs until the runtime stops. A new message has its vector a second or two after it came. One text at a time on the `cpu`
// lane, and none while anything else waits there; older tickets at half a core at most: 100,000 of 130 tokens take some four
// hours.
asio::awaitable<void> make_vectors(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
