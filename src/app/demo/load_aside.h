// SPDX-License-Identifier: Apache-2.0
// Loads the demo desk beside a desk that runs, and tells how far it is.
#pragma once

#include <stop_token>
#include <string>

#include "api/api.h"
#include "base/mutex.h"
#include "desk/desk.h"
#include "net/lanes.h"

namespace lotse::app {

// Thread-safe. Desk and lanes outlive it.
class DemoLoader {
  public:
    DemoLoader(net::Lanes& lanes, desk::Desk& desk, std::string folder)
        : lanes_(lanes), desk_(desk), folder_(std::move(folder)) {}
    // Holds one work thread until the story is told or stop() is called; a failure is logged. Where the demo desk is there
    // already, nothing happens. Outlives the runtime's stop().
    boost::asio::awaitable<void> load();
    // A kill has left one half told, and nobody else is at it: load() begins it anew.
    Result<bool> is_left_half_told() const;
    // Ends load() after the step of the story that runs: well below a second.
    void stop() { stop_.request_stop(); }
    api::DemoProgress progress() const;

  private:
    Result<void> live_through();

    net::Lanes& lanes_;
    desk::Desk& desk_;
    std::string const folder_;
    std::stop_source stop_;
    mutable Mutex<api::DemoProgress> progress_;
};

}  // namespace lotse::app
