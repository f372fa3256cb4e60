// SPDX-License-Identifier: Apache-2.0
// `lotse serve` as a child process: started, waited for until its doors are open, ended.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace lotse::app {

class ChildServer {
  public:
    // Error: unavailable "serve.start" if it ends or is silent for 30 s.
    static Result<ChildServer> start(std::vector<std::string> const& arguments);
    ChildServer(ChildServer&& other) noexcept;
    ChildServer& operator=(ChildServer&&) = delete;
    ~ChildServer();  // SIGTERM, and waits

    // What it printed when it was ready: {"http": "127.0.0.1:8080", "smtp": ...}.
    JsonObject const& ready() const { return ready_; }
    // Blocks until it ends by itself or by a signal to this process group.
    void wait();

  private:
    ChildServer(pid_t pid, JsonObject ready) : pid_(pid), ready_(std::move(ready)) {}
    pid_t pid_ = -1;
    JsonObject ready_;
};

}  // namespace lotse::app
