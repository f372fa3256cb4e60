// SPDX-License-Identifier: Apache-2.0
#include "net/lanes.h"

#include <gtest/gtest.h>
#include <pthread.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "base/must.h"
#include "net/runtime.h"
#include "unit/net/support/http_desk.h"
#include "unit/net/support/run.h"

namespace lotse::net {
namespace {

std::string thread_name() {
    char name[16];
    pthread_getname_np(pthread_self(), name, sizeof name);
    return name;
}

Result<std::string> name_job() { return thread_name(); }
Result<int> failing_job() { return not_found("ticket.none", "No such ticket."); }
Result<int> throwing_job() { throw std::runtime_error("disk on fire"); }
Result<int> broken_job() {
    must(false, "the invariant");
    return 1;
}
Result<int> odd_job() { throw 7; }

struct Hold {
    std::latch* go;
    Result<int> operator()() const {
        go->wait();
        return 1;
    }
};
struct Add {
    int a, b;
    Result<int> operator()() const { return a + b; }
};

struct Names {
    std::string on_work, on_cpu, after;
};
asio::awaitable<Names> visit_both(Lanes& lanes) {
    Names names;
    names.on_work = (co_await lanes.work(name_job)).value();
    names.on_cpu = (co_await lanes.cpu(name_job)).value();
    names.after = thread_name();
    co_return names;
}
template <class F>
asio::awaitable<Result<int>> on_work(Lanes& lanes, F job) {
    co_return co_await lanes.work(job);
}
asio::awaitable<int> add_many(Lanes& lanes, int count) {
    int sum = 0;
    for (int i = 0; i < count; ++i) {
        auto const added = i % 2 == 0 ? co_await lanes.work(Add{sum, 1}) : co_await lanes.cpu(Add{sum, 1});
        sum = added.value();
    }
    co_return sum;
}

}  // namespace

TEST(Lanes, RunAJobOnTheirThreadsAndResumeOnTheCallers) {
    Runtime runtime(1);
    Lanes lanes(1, 1, 10);
    auto const names = run(runtime, visit_both(lanes));
    EXPECT_EQ(names.on_work, "work-0");
    EXPECT_EQ(names.on_cpu, "cpu-0");
    EXPECT_EQ(names.after, "io-0");
    EXPECT_EQ(lanes.work_counters().done, 1U);
}

TEST(Lanes, HandBackTheErrorOfAJobAsItIs) {
    Runtime runtime(1);
    Lanes lanes(1, 1, 10);
    EXPECT_EQ(run(runtime, on_work(lanes, failing_job)).error(), not_found("ticket.none", "No such ticket."));
    EXPECT_EQ(lanes.work_counters().thrown, 0U);
}

TEST(Lanes, TurnAnExceptionIntoABugAndGoOn) {
    Runtime runtime(1);
    Lanes lanes(1, 1, 10);
    auto const thrown = run(runtime, on_work(lanes, throwing_job));
    EXPECT_EQ(thrown.error().kind, Kind::bug);
    EXPECT_EQ(thrown.error().code, "lanes.job");
    EXPECT_EQ(thrown.error().detail, "disk on fire");
    EXPECT_TRUE(run(runtime, on_work(lanes, broken_job)).error().detail.contains("the invariant"));
    EXPECT_EQ(run(runtime, on_work(lanes, odd_job)).error().kind, Kind::bug);
    EXPECT_EQ(run(runtime, on_work(lanes, Add{1, 2})), Result<int>(3));
    EXPECT_EQ(lanes.work_counters().thrown, 3U);
    EXPECT_EQ(lanes.work_counters().done, 4U);
}

TEST(Lanes, RefuseWhatDoesNotFitIntoTheQueue) {
    Runtime runtime(2);
    Lanes lanes(1, 1, 2);
    std::latch go(1);
    std::vector<std::future<Result<int>>> held;
    auto const start = [&] {
        held.push_back(asio::co_spawn(runtime.make_strand(), on_work(lanes, Hold{&go}), asio::use_future));
    };
    start();
    ASSERT_TRUE(eventually([&] { return lanes.work_counters().running == 1; }));
    start();
    start();
    ASSERT_TRUE(eventually([&] { return lanes.work_counters().waiting == 2; }));
    auto const refused = run(runtime, on_work(lanes, Add{1, 2}));
    EXPECT_EQ(refused.error().kind, Kind::unavailable);
    EXPECT_EQ(refused.error().code, "lanes.full");
    go.count_down();
    for (auto& each : held) EXPECT_EQ(each.get(), Result<int>(1));
    EXPECT_EQ(lanes.work_counters().refused, 1U);
}

TEST(Lanes, AnswerWhoWaitsWhenTheyStopAndFinishWhatRuns) {
    Runtime runtime(2);
    Lanes lanes(1, 1, 10);
    std::latch go(1);
    auto running = asio::co_spawn(runtime.make_strand(), on_work(lanes, Hold{&go}), asio::use_future);
    ASSERT_TRUE(eventually([&] { return lanes.work_counters().running == 1; }));
    auto waiting = asio::co_spawn(runtime.make_strand(), on_work(lanes, Add{1, 2}), asio::use_future);
    ASSERT_TRUE(eventually([&] { return lanes.work_counters().waiting == 1; }));
    std::jthread stopper([&] { lanes.stop(); });
    EXPECT_EQ(waiting.get().error().code, "lanes.stopped");
    go.count_down();
    EXPECT_EQ(running.get(), Result<int>(1));
    stopper.join();
    EXPECT_EQ(run(runtime, on_work(lanes, Add{1, 2})).error().code, "lanes.stopped");
}

TEST(Lanes, SurviveACoroutineThatIsDestroyedWhileItsJobRuns) {
    std::latch go(1);
    Lanes lanes(1, 1, 10);
    {
        Runtime runtime(1);
        auto forgotten = asio::co_spawn(runtime.make_strand(), on_work(lanes, Hold{&go}), asio::use_future);
        ASSERT_TRUE(eventually([&] { return lanes.work_counters().running == 1; }));
        runtime.stop(std::chrono::milliseconds(0));
        go.count_down();
        lanes.stop();
    }
    EXPECT_EQ(lanes.work_counters().done, 1U);
}

TEST(Lanes, ServeManyCoroutinesAtOnce) {
    Runtime runtime(3);
    Lanes lanes(4, 2, 1000);
    std::vector<std::future<int>> all;
    for (int i = 0; i < 50; ++i)
        all.push_back(asio::co_spawn(runtime.make_strand(), add_many(lanes, 40), asio::use_future));
    for (auto& each : all) EXPECT_EQ(each.get(), 40);
    EXPECT_EQ(lanes.work_counters().done + lanes.cpu_counters().done, 2000U);
}

}  // namespace lotse::net
