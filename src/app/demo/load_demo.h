// SPDX-License-Identifier: Apache-2.0
// Loads and removes the demo desk: a tenant of its own behind its own walls, never mixed with real data. One process at a
// time does either in a data folder; what a kill has left half told is removed before it is told anew.
#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "app/demo/story.h"
#include "desk/desk.h"

namespace lotse::app {

struct DemoLoading {
    std::string folder;  // the data folder: its file demo.lock says that somebody is at it
    StoryPlan plan = {};
    std::function<void(std::size_t done, std::size_t total)> progress = [](std::size_t, std::size_t) {};
    std::stop_token stop = {};  // asked between two steps of the story
};

// Errors: conflict "tenant.slug_taken" where a whole one is there already; conflict "demo.busy" while another process
// loads or removes it; unavailable "demo.stopped" after a stop, which leaves it half told for the next start to mend.
Result<domain::Tenant> load_demo(desk::Desk& desk, DemoLoading const& loading);

// A demo desk that nobody is telling to its end any more.
Result<bool> is_left_half_told(desk::Desk& desk, std::string const& folder);

// Errors: not_found "demo.missing"; conflict "demo.busy".
Result<void> remove_demo(desk::Desk& desk, std::string const& folder);

}  // namespace lotse::app
