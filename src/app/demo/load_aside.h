// SPDX-License-Identifier: Apache-2.0
// Loads the demo desk beside a desk that runs, and tells how far it is.
#pragma once

#include "api/api.h"
#include "base/mutex.h"
#include "desk/desk.h"
#include "net/lanes.h"

namespace lotse::app {

// Thread-safe. Desk and lanes outlive it.
class DemoLoader {
  public:
    DemoLoader(net::Lanes& lanes, desk::Desk& desk) : lanes_(lanes), desk_(desk) {}
    // Holds one work thread until the story is told; a failure is logged. Where the demo desk is there already, nothing
    // happens. Outlives the runtime's stop().
    boost::asio::awaitable<void> load();
    api::DemoProgress progress() const;

  private:
    Result<void> live_through();

    net::Lanes& lanes_;
    desk::Desk& desk_;
    mutable Mutex<api::DemoProgress> progress_;
};

}  // namespace lotse::app
