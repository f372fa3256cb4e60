// SPDX-License-Identifier: Apache-2.0
// A bell for one waiting coroutine: rung from any thread, kept if nobody waits, many rings are one.
#pragma once

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <memory>

namespace lotse::jobs {

namespace asio = boost::asio;

// ring() is thread-safe; wait() belongs to the one coroutine that runs on `strand`.
class Wake {
  public:
    explicit Wake(asio::any_io_executor strand);
    void ring();
    // Returns when rung, or after `limit`.
    asio::awaitable<void> wait(std::chrono::milliseconds limit);

  private:
    struct State {
        explicit State(asio::any_io_executor strand) : timer(std::move(strand)) {}
        asio::steady_timer timer;
        std::atomic<bool> is_rung{false};
    };
    std::shared_ptr<State> state_;
};

}  // namespace lotse::jobs
