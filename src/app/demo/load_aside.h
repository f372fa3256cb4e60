// SPDX-License-Identifier: Apache-2.0
// Loads the demo desk beside a desk that runs.
#pragma once

#include "desk/desk.h"
#include "net/lanes.h"

namespace lotse::app {

// Holds one work thread until the story is told; a failure is logged. Where the demo desk is there already, nothing
// happens. Desk and lanes outlive the runtime's stop().
boost::asio::awaitable<void> load_demo_aside(net::Lanes& lanes, desk::Desk& desk);

}  // namespace lotse::app
