// SPDX-License-Identifier: Apache-2.0
// The io threads and what runs on them. Thread-safe, except that stop() and wait() belong to the thread that made it.
// Built first and destroyed last of everything that uses Asio (see app/run.cpp). SIGPIPE is ignored from here on.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace lotse::net {

namespace asio = boost::asio;

using SteadyTime = std::chrono::steady_clock::time_point;

class Runtime {
  public:
    // Starts the threads at once.
    explicit Runtime(int io_threads);
    ~Runtime();  // stops with no patience if nobody did
    Runtime(Runtime const&) = delete;
    Runtime& operator=(Runtime const&) = delete;

    asio::io_context& io();
    // One strand for one connection or one loop: its handlers never run at the same time.
    asio::any_io_executor make_strand();

    // Runs a coroutine to its end. A thrown exception is logged under the name and ends only this task. At stop() the
    // task is cancelled: its pending await fails with operation_aborted, later ones throw it, and that is no failure.
    // The second form runs on a given strand, that of the task's socket.
    void spawn(std::string name, asio::awaitable<void> task);
    void spawn(std::string name, asio::any_io_executor strand, asio::awaitable<void> task);

    // Hooks run in stop(), on its thread, the latest registered first; each may block until the deadline.
    void on_stop(std::string name, std::function<void(SteadyTime deadline)> hook);

    // Called on an io thread for SIGTERM, SIGINT and SIGHUP. SIGTERM and SIGINT also end wait(). Must not call stop().
    void on_signal(std::function<void(int)> fn);
    // Blocks until SIGTERM, SIGINT (after on_signal) or ask_to_stop().
    void wait();
    void ask_to_stop();

    // Hooks, then cancels all tasks and waits for them, then ends the threads. Nothing of it waits beyond the limit,
    // but for a hook that does not keep its own. Calling it again does nothing.
    void stop(std::chrono::milliseconds limit);
    bool is_stopping() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace lotse::net
