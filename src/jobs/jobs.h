// SPDX-License-Identifier: Apache-2.0
// What runs by itself. schedule.cpp is the one table of it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "desk/desk.h"
#include "gateway/mail_out.h"
#include "net/lanes.h"
#include "net/runtime.h"

namespace lotse::jobs {

struct JobCounters {
    std::atomic<std::uint64_t> settled{0};
    std::atomic<std::uint64_t> settle_failed{0};
    std::atomic<std::uint64_t> notices_sent{0};
    std::atomic<std::uint64_t> notices_failed{0};
    std::atomic<std::uint64_t> timers_fired{0};
    std::atomic<std::uint64_t> refits{0};
    std::atomic<std::uint64_t> refit_thousandths{1000};  // of the one that runs; 1000: none does
};

struct JobParts {
    net::Runtime& runtime;
    net::Lanes& lanes;
    desk::Desk& desk;
    gateway::SmtpRelay relay;  // an empty url leaves notices in the outbox
    JobCounters& counters;
};

// Starts every job and connects the desk's signals to their bells. The parts must outlive the runtime's stop().
void start_jobs(JobParts const& parts);

}  // namespace lotse::jobs
