// SPDX-License-Identifier: Apache-2.0
// Notes every ten minutes how much everybody at work has to do, for the figures of fairness.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> note_loads(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
