// SPDX-License-Identifier: Apache-2.0
// Turns decisions into rights, a few seconds behind the desk.
#pragma once

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> weigh_evidence(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
