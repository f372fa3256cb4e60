// SPDX-License-Identifier: Apache-2.0
#include "api/call_limits.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

TEST(CallLimits, LetsSixtyUploadsThroughAnHour) {
    FakeClock clock(instant(0));
    ApiConfig config;
    config.calls_per_minute = 600;
    Limits limits(clock, config);
    auto const who = access::operator_of(domain::TenantId{1});
    int taken = 0;
    while (taken < 100 && limits.count_upload(who, 1000)) ++taken;
    EXPECT_EQ(taken, 60);
    EXPECT_EQ(limits.count_upload(who, 1000).error().code, "limit.uploads");
    clock.advance(std::chrono::minutes{30});
    taken = 0;
    while (taken < 100 && limits.count_upload(who, 1000)) ++taken;
    EXPECT_EQ(taken, 30);
}

}  // namespace
}  // namespace lotse::api
