// SPDX-License-Identifier: Apache-2.0
// Calendars of others are read when they are due, once a day each.
#pragma once

#include "jobs/jobs.h"
#include "jobs/wake.h"

namespace lotse::jobs {

asio::awaitable<void> read_calendar_feeds(JobParts parts, std::shared_ptr<Wake> wake);

}  // namespace lotse::jobs
