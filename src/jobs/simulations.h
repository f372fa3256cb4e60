// SPDX-License-Identifier: Apache-2.0
// Works off what-if questions about people and work.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> run_simulations(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
