// SPDX-License-Identifier: Apache-2.0
#include "net/runtime.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <stdexcept>
#include <thread>
#include <vector>

#include "net/stop.h"
#include "unit/net/support/http_desk.h"
#include "unit/net/support/run.h"

namespace lotse::net {
namespace {

using namespace std::chrono_literals;

struct Tell {
    std::atomic<bool>& flag;
    ~Tell() { flag = true; }
};
asio::awaitable<void> tick_until_stopped(std::atomic<int>& rounds, std::atomic<bool>& ended) {
    Tell const tell{ended};
    while (co_await pause(1ms)) ++rounds;
}
asio::awaitable<void> pause_once(std::atomic<bool>& started, std::atomic<bool>& was_asked) {
    started = true;
    was_asked = !co_await pause(1h);
}
asio::awaitable<void> fail() {
    throw std::runtime_error("unlucky");
    co_return;
}
asio::awaitable<void> sleep_on(std::atomic<bool>& started) {
    started = true;
    while (true) co_await pause(1h);  // ignores being asked, so its next await throws
}
asio::awaitable<int> answer() { co_return 42; }

}  // namespace

TEST(Runtime, CancelsItsTasksWhenItStops) {
    std::atomic<int> rounds = 0;
    std::atomic<bool> ended = false;
    Runtime runtime(2);
    runtime.spawn("ticker", tick_until_stopped(rounds, ended));
    ASSERT_TRUE(eventually([&] { return rounds > 3; }));
    runtime.stop(5s);
    EXPECT_TRUE(ended);
}

TEST(Runtime, EndsAPauseWhenItStops) {
    std::atomic<bool> started = false;
    std::atomic<bool> was_asked = false;
    Runtime runtime(1);
    runtime.spawn("pauser", pause_once(started, was_asked));
    ASSERT_TRUE(eventually([&] { return started.load(); }));
    runtime.stop(5s);
    EXPECT_TRUE(was_asked);
}

TEST(Runtime, EndsATaskThatDoesNotListen) {
    std::atomic<bool> started = false;
    Runtime runtime(1);
    runtime.spawn("sleeper", sleep_on(started));
    ASSERT_TRUE(eventually([&] { return started.load(); }));
    auto const before = std::chrono::steady_clock::now();
    runtime.stop(5s);
    EXPECT_LT(std::chrono::steady_clock::now() - before, 4s);
}

TEST(Runtime, OutlivesATaskThatThrows) {
    Runtime runtime(1);
    runtime.spawn("unlucky", fail());
    EXPECT_EQ(run(runtime, answer()), 42);
}

TEST(Runtime, StopsInTheReverseOrderOfRegistration) {
    std::vector<std::string> order;
    Runtime runtime(1);
    for (auto const* name : {"store", "lanes", "http"})
        runtime.on_stop(name, [&order, name](SteadyTime) { order.emplace_back(name); });
    EXPECT_FALSE(runtime.is_stopping());
    runtime.stop(1s);
    EXPECT_TRUE(runtime.is_stopping());
    runtime.stop(1s);
    EXPECT_EQ(order, (std::vector<std::string>{"http", "lanes", "store"}));
}

TEST(Runtime, TellsAHookHowLongItMayTake) {
    Runtime runtime(1);
    SteadyTime deadline;
    runtime.on_stop("part", [&](SteadyTime given) { deadline = given; });
    auto const before = std::chrono::steady_clock::now();
    runtime.stop(3s);
    EXPECT_GE(deadline, before + 3s);
    EXPECT_LT(deadline, before + 10s);
}

TEST(Runtime, WaitsForASignal) {
    Runtime runtime(1);
    std::atomic<int> got = 0;
    runtime.on_signal([&](int signal) { got = signal; });
    std::raise(SIGHUP);
    ASSERT_TRUE(eventually([&] { return got == SIGHUP; }));
    std::raise(SIGTERM);
    runtime.wait();
    EXPECT_EQ(got, SIGTERM);
}

TEST(Runtime, StopsWaitingWhenItIsAsked) {
    Runtime runtime(1);
    std::jthread const asker([&] { runtime.ask_to_stop(); });
    runtime.wait();
}

TEST(Runtime, IgnoresABrokenPipe) {
    Runtime runtime(1);
    std::raise(SIGPIPE);
}

}  // namespace lotse::net
