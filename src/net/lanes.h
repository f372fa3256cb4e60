// SPDX-License-Identifier: Apache-2.0
// The one seam between coroutines and functions that block (R2). `co_await lanes.work(job)` runs the job on a
// thread of its own kind and resumes the coroutine on the executor it came from.
//   work   desk functions, store reads and writes, file access: may block
//   cpu    triage, routing, password hashing: computes, never waits
// A job is a callable that returns a Result<T>; pass values into it, never references to the awaiting frame. It always
// runs to its end: cancelling the coroutine does not stop it, so give every job its own limits.
// Errors: unavailable "lanes.full" when too many jobs wait, unavailable "lanes.stopped" after stop(), bug "lanes.job" when
// the job throws (logged here: this is a door at which exceptions end).
// Thread-safe. Stop it before the executors of its callers are destroyed, after they have stopped asking.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/result.h"

namespace lotse::net {

namespace asio = boost::asio;

// A snapshot for metrics; the totals count since the start.
struct LaneCounters {
    std::size_t waiting = 0;
    std::size_t running = 0;
    std::uint64_t done = 0;  // ran to the end, whatever the answer
    std::uint64_t refused = 0;  // queue full or stopped
    std::uint64_t thrown = 0;  // ended by an exception; counted in done too
};

class Lanes {
  public:
    // queue_limit: jobs that may wait on each lane, beside those that run.
    Lanes(int work_threads, int cpu_threads, std::size_t queue_limit);
    ~Lanes();
    Lanes(Lanes const&) = delete;
    Lanes& operator=(Lanes const&) = delete;

    template <class F>
    asio::awaitable<std::invoke_result_t<F&>> work(F job) {
        return on(*work_, std::move(job));
    }
    template <class F>
    asio::awaitable<std::invoke_result_t<F&>> cpu(F job) {
        return on(*cpu_, std::move(job));
    }

    // Refuses new jobs, answers the waiting ones "lanes.stopped", waits for the running ones.
    void stop();

    LaneCounters work_counters() const;
    LaneCounters cpu_counters() const;

  private:
    class Pool;

    template <class F>
    struct Call {
        F job;
        std::optional<std::invoke_result_t<F&>> answer;
    };
    template <class F>
    static asio::awaitable<std::invoke_result_t<F&>> on(Pool& pool, F job) {
        // Shared, since a coroutine that is destroyed while it waits must not take the job's ground away.
        auto call = std::make_shared<Call<F>>(Call<F>{std::move(job), {}});
        Ok ran = co_await run(pool, [call] { call->answer.emplace(call->job()); });
        if (!ran.has_value()) co_return std::move(ran).error();
        co_return std::move(*call->answer);
    }
    static asio::awaitable<Ok> run(Pool& pool, std::function<void()> job);

    std::unique_ptr<Pool> work_;
    std::unique_ptr<Pool> cpu_;
};

}  // namespace lotse::net
