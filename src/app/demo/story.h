// SPDX-License-Identifier: Apache-2.0
// Sixty days of the demo desk, lived through on the product's own roads: mails are built and parsed, accepted, settled,
// answered and solved, timers fire, triage is fitted. Only the clock is a puppet.
#pragma once

#include <functional>
#include <stop_token>
#include <vector>

#include "app/demo/firm.h"
#include "app/demo/scripts.h"
#include "base/clock.h"
#include "desk/desk.h"

namespace lotse::app {

struct StoryPlan {
    int tickets = 600;  // and one in 25 more, of an outage
    int days = 60;
    std::uint64_t seed = 7;
};

struct StoryEnd {
    Instant now;
    std::function<void(std::size_t done, std::size_t total)> progress;  // tickets that have been opened
    std::stop_token stop;
};

inline constexpr char kStopped[] = "demo.stopped";

// `desk` must run on `clock`. Error: unavailable kStopped once that is asked for, between two steps.
Result<void> live_through(desk::Desk& desk, FakeClock& clock, DemoFirm const& firm, std::vector<Script> const& scripts,
                          StoryPlan const& plan, StoryEnd const& end);

// The bytes of a customer's mail as the firm's mail server would hand it over.
std::string customer_mail(domain::Customer const& customer, std::string const& to, std::string const& subject,
                          std::string const& text, std::string const& in_reply_to, std::string const& id, Instant at);

}  // namespace lotse::app
