// SPDX-License-Identifier: Apache-2.0
// Signs how far the audit lists have come, every five minutes.
#pragma once

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> sign_audit(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
