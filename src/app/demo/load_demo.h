// SPDX-License-Identifier: Apache-2.0
// Loads and removes the demo desk: a tenant of its own behind its own walls, never mixed with real data.
#pragma once

#include <functional>

#include "app/demo/story.h"
#include "desk/desk.h"

namespace lotse::app {

// Errors: conflict "tenant.slug_taken" where it is there already.
Result<domain::Tenant> load_demo(desk::Desk& desk, StoryPlan const& plan,
                                 std::function<void(std::size_t, std::size_t)> const& progress);
// Error: not_found "demo.missing".
Result<void> remove_demo(desk::Desk& desk);

}  // namespace lotse::app
