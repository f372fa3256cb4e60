// SPDX-License-Identifier: Apache-2.0
#include "net/limits.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace lotse::net {
namespace {

using namespace std::chrono_literals;

Instant noon() { return *parse_rfc3339("2026-11-25T12:00:00Z"); }

}  // namespace

TEST(ConnectionLimit, CountsPerAddressAndInAll) {
    ConnectionLimit limit(3, 2);
    auto a = limit.enter("192.0.2.1");
    auto b = limit.enter("192.0.2.1");
    EXPECT_TRUE(a && b);
    EXPECT_FALSE(limit.enter("192.0.2.1"));
    auto c = limit.enter("192.0.2.2");
    EXPECT_TRUE(c);
    EXPECT_FALSE(limit.enter("192.0.2.3"));
    EXPECT_EQ(limit.open(), 3U);
    a.reset();
    EXPECT_EQ(limit.open(), 2U);
    EXPECT_TRUE(limit.enter("192.0.2.1"));
}

TEST(ConnectionLimit, GivesAPlaceBackOnceWhenItWasMoved) {
    ConnectionLimit limit(2, 2);
    {
        auto place = limit.enter("a");
        auto const moved = std::move(*place);
        EXPECT_EQ(limit.open(), 1U);
    }
    EXPECT_EQ(limit.open(), 0U);
}

TEST(ConnectionLimit, HoldsTheUnnamedToTheLimitOfAllOnly) {
    ConnectionLimit limit(3, 1);
    auto const a = limit.enter_unnamed();
    auto b = limit.enter_unnamed();
    auto const named = limit.enter("192.0.2.7");
    EXPECT_TRUE(a && b && named);
    EXPECT_FALSE(limit.enter_unnamed());
    b.reset();
    EXPECT_TRUE(limit.enter_unnamed());
    EXPECT_EQ(limit.open(), 2U);
}

TEST(ConnectionLimit, CountsAnIPv6HouseholdAsOne) {
    EXPECT_EQ(limit_key("2001:db8:1:2:3:4:5:6"), limit_key("2001:db8:1:2::1"));
    EXPECT_NE(limit_key("2001:db8:1:2::1"), limit_key("2001:db8:1:3::1"));
    EXPECT_EQ(limit_key("::ffff:192.0.2.1"), "192.0.2.1");
    EXPECT_EQ(limit_key("192.0.2.1"), "192.0.2.1");
}

TEST(RateLimiter, GivesTheBurstThenTheRate) {
    FakeClock clock(noon());
    RateLimiter limiter(clock);
    Rate const rate{.per_minute = 5, .burst = 2};
    EXPECT_FALSE(limiter.try_take("login/a", rate));
    EXPECT_FALSE(limiter.try_take("login/a", rate));
    EXPECT_EQ(limiter.try_take("login/a", rate), Duration(12s));
    EXPECT_FALSE(limiter.try_take("login/b", rate));
    clock.advance(6s);
    EXPECT_EQ(limiter.try_take("login/a", rate), Duration(6s));
    clock.advance(6s);
    EXPECT_FALSE(limiter.try_take("login/a", rate));
    EXPECT_TRUE(limiter.try_take("login/a", rate));
    clock.advance(1h);
    EXPECT_FALSE(limiter.try_take("login/a", rate));
    EXPECT_FALSE(limiter.try_take("login/a", rate));
    EXPECT_TRUE(limiter.try_take("login/a", rate));
}

TEST(RateLimiter, ExactlyAfterTheWaitThereIsAToken) {
    FakeClock clock(noon());
    RateLimiter limiter(clock);
    Rate const rate{.per_minute = 7, .burst = 1};
    EXPECT_FALSE(limiter.try_take("a", rate));
    for (int i = 0; i < 100; ++i) {
        auto const wait = limiter.try_take("a", rate);
        ASSERT_TRUE(wait);
        clock.advance(*wait);
        ASSERT_FALSE(limiter.try_take("a", rate)) << i;
    }
}

TEST(RateLimiter, NeitherGivesNorTakesWhenTheClockIsSetBack) {
    FakeClock clock(noon());
    RateLimiter limiter(clock);
    Rate const rate{.per_minute = 60, .burst = 1};
    EXPECT_FALSE(limiter.try_take("a", rate));
    clock.set(noon() - 1h);
    EXPECT_EQ(limiter.try_take("a", rate), Duration(1s));
    clock.advance(1s);
    EXPECT_FALSE(limiter.try_take("a", rate));
}

TEST(RateLimiter, RemembersABoundedNumberOfNames) {
    FakeClock clock(noon());
    RateLimiter limiter(clock, 100);
    Rate const rate{.per_minute = 1, .burst = 1};
    EXPECT_FALSE(limiter.try_take("kept", rate));
    for (int i = 0; i < 10'000; ++i) {
        EXPECT_FALSE(limiter.try_take(std::to_string(i), rate));
        EXPECT_TRUE(limiter.try_take("kept", rate)) << "a name in use was forgotten";
        ASSERT_LE(limiter.size(), 100U);
    }
    EXPECT_FALSE(limiter.try_take("0", rate)) << "the name unused for longest was not forgotten";
}

TEST(RateLimiter, CountsRightAmongThreads) {
    FakeClock clock(noon());
    RateLimiter limiter(clock);
    std::atomic<int> allowed = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    if (!limiter.try_take("a", {.per_minute = 1, .burst = 100})) ++allowed;
            });
    }
    EXPECT_EQ(allowed, 100);
}

}  // namespace lotse::net
