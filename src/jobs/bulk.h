// SPDX-License-Identifier: Apache-2.0
// Works off the jobs that change many tickets.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> run_bulk(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
