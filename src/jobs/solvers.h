// SPDX-License-Identifier: Apache-2.0
// Learns who usually solves what, behind the desk.
#pragma once

#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> learn_solvers(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
