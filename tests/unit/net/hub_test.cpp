// SPDX-License-Identifier: Apache-2.0
#include "net/hub.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace lotse::net {
namespace {

std::vector<std::int64_t> ids(LiveEvents const& events) {
    std::vector<std::int64_t> all;
    for (auto const& event : events) all.push_back(event->id);
    return all;
}

}  // namespace

TEST(Hub, TellsOnlyTheListenersOfTheTopic) {
    Hub hub;
    auto const ours = hub.subscribe(1, [] {});
    auto const theirs = hub.subscribe(2, [] {});
    hub.publish(1, {7, "ticket.changed", "{}"});
    hub.publish(3, {8, "ticket.changed", "{}"});
    EXPECT_EQ(ids(ours->take()), (std::vector<std::int64_t>{7}));
    EXPECT_TRUE(ours->take().empty());
    EXPECT_TRUE(theirs->take().empty());
}

TEST(Hub, WakesOnceForABurst) {
    Hub hub;
    int woken = 0;
    auto const listener = hub.subscribe(1, [&] { ++woken; });
    for (int i = 1; i <= 5; ++i) hub.publish(1, {i, "e", "{}"});
    EXPECT_EQ(woken, 1);
    EXPECT_EQ(listener->take().size(), 5U);
    hub.publish(1, {6, "e", "{}"});
    EXPECT_EQ(woken, 2);
}

TEST(Hub, DropsAListenerThatIsTooSlowAndNobodyElse) {
    Hub hub(3);
    int woken = 0;
    auto const slow = hub.subscribe(1, [&] { ++woken; });
    auto const quick = hub.subscribe(1, [] {});
    for (int i = 1; i <= 4; ++i) {
        hub.publish(1, {i, "e", "{}"});
        EXPECT_EQ(quick->take().size(), 1U);
    }
    EXPECT_TRUE(slow->is_dropped());
    EXPECT_TRUE(slow->take().empty());
    EXPECT_EQ(woken, 2);
    EXPECT_FALSE(quick->is_dropped());
    EXPECT_EQ(hub.counters().dropped, 1U);
}

TEST(Hub, ForgetsAListenerThatLeft) {
    Hub hub;
    auto listener = hub.subscribe(1, [] { FAIL() << "woken after it left"; });
    EXPECT_EQ(hub.counters().listeners, 1U);
    listener.reset();
    EXPECT_EQ(hub.counters().listeners, 0U);
    hub.publish(1, {1, "e", "{}"});
}

TEST(Hub, MayDieBeforeItsListeners) {
    auto hub = std::make_unique<Hub>();
    auto const listener = hub->subscribe(1, [] {});
    hub->publish(1, {1, "e", "{}"});
    hub.reset();
    EXPECT_EQ(listener->take().size(), 1U);
}

TEST(Hub, LosesNothingAmongManyPublishers) {
    Hub hub(100'000);
    auto const listener = hub.subscribe(1, [] {});
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&hub, t] {
                for (int i = 0; i < 500; ++i) hub.publish(1, {t * 500 + i + 1, "e", "{}"});
            });
        threads.emplace_back([&hub] {
            for (int i = 0; i < 200; ++i) hub.subscribe(1, [] {});
        });
    }
    auto all = ids(listener->take());
    std::ranges::sort(all);
    ASSERT_EQ(all.size(), 2000U);
    EXPECT_EQ(all.front(), 1);
    EXPECT_EQ(all.back(), 2000);
    EXPECT_EQ(hub.counters().published, 2000U);
}

}  // namespace lotse::net
