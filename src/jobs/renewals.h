// SPDX-License-Identifier: Apache-2.0
// Computes the deadlines of open tickets anew after a policy, a calendar or a queue has changed.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> renew_deadlines(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
