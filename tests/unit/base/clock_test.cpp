// SPDX-License-Identifier: Apache-2.0
#include "base/clock.h"

#include <gtest/gtest.h>

#include <random>

namespace lotse {
namespace {

using namespace std::chrono_literals;

TEST(Rfc3339, PrintsUtcWithMilliseconds) {
    EXPECT_EQ(to_rfc3339(instant(0)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(to_rfc3339(instant(1'795'630'842'123'999)), "2026-11-25T18:20:42.123Z");
    EXPECT_EQ(to_rfc3339(instant(-1)), "1969-12-31T23:59:59.999Z");
}

TEST(Rfc3339, ReadsOffsets) {
    auto const utc = parse_rfc3339("2026-11-25T18:20:42Z");
    ASSERT_TRUE(utc.has_value());
    EXPECT_EQ(micros(*utc), 1'795'630'842'000'000);
    for (auto const* same : {"2026-11-25T19:20:42+01:00", "2026-11-25T12:50:42-05:30", "2026-11-26T00:05:42+05:45",
                             "2026-11-25t18:20:42z", "2026-11-25 18:20:42Z", "2026-11-25T18:20:42.000000000Z"})
        EXPECT_EQ(parse_rfc3339(same), utc) << same;
}

TEST(Rfc3339, ReadsFractionsToTheMicrosecondAndCutsTheRest) {
    EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.5Z"), Result<Instant>(instant(500'000)));
    EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.000001Z"), Result<Instant>(instant(1)));
    EXPECT_EQ(parse_rfc3339("1970-01-01T00:00:00.0000019999999999999999999999Z"), Result<Instant>(instant(1)));
}

TEST(Rfc3339, ALeapSecondIsTheFirstOfTheNextMinute) {
    EXPECT_EQ(parse_rfc3339("2016-12-31T23:59:60Z"), parse_rfc3339("2017-01-01T00:00:00Z"));
}

TEST(Rfc3339, RoundTripsEveryMillisecondOfFourDigitYears) {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> millis(-62'167'219'200'000, 253'402'300'799'999);
    for (int i = 0; i < 20'000; ++i) {
        Instant const at = instant(millis(random) * 1000);
        ASSERT_EQ(parse_rfc3339(to_rfc3339(at)), Result<Instant>(at)) << to_rfc3339(at);
    }
}

TEST(Rfc3339, RefusesWhatIsNotADateTime) {
    for (auto const* bad : {"",
                            "2026",
                            "2026-11-25",
                            "2026-11-25T18:20Z",
                            "2026-11-25T18:20:42",
                            "2026-11-25T18:20:42.Z",
                            "2026-11-25T18:20:42ZZ",
                            "2026-11-25T18:20:42Z ",
                            " 2026-11-25T18:20:42Z",
                            "2026-02-29T00:00:00Z",
                            "2026-13-01T00:00:00Z",
                            "2026-00-01T00:00:00Z",
                            "2026-01-32T00:00:00Z",
                            "2026-01-01T24:00:00Z",
                            "2026-01-01T00:60:00Z",
                            "2026-01-01T00:00:61Z",
                            "2026-01-01T00:00:00+1:00",
                            "2026-01-01T00:00:00+0100",
                            "2026-01-01T00:00:00+24:00",
                            "2026-01-01T00:00:00+01:60",
                            "2026-01-01T00:00:00+",
                            "2026-01-01T00:00:00+01",
                            "+026-01-01T00:00:00Z",
                            "2026/01/01T00:00:00Z",
                            "2026-01-01X00:00:00Z",
                            "2026-01-01T00.00.00Z",
                            "\xEF\xBC\x92"
                            "26-01-01T00:00:00Z"}) {
        auto const read = parse_rfc3339(bad);
        ASSERT_FALSE(read.has_value()) << bad;
        EXPECT_EQ(read.error().kind, Kind::invalid);
        EXPECT_EQ(read.error().code, "time.format");
    }
}

TEST(Rfc3339, KnowsLeapYears) {
    EXPECT_TRUE(parse_rfc3339("2024-02-29T00:00:00Z").has_value());
    EXPECT_TRUE(parse_rfc3339("2000-02-29T00:00:00Z").has_value());
    EXPECT_FALSE(parse_rfc3339("1900-02-29T00:00:00Z").has_value());
}

TEST(FakeClock, StandsStillUntilTold) {
    FakeClock clock(instant(1000));
    EXPECT_EQ(clock.now(), instant(1000));
    EXPECT_EQ(clock.now(), instant(1000));
    clock.advance(2s);
    EXPECT_EQ(clock.now(), instant(2'001'000));
    clock.set(instant(5));
    EXPECT_EQ(clock.now(), instant(5));
}

TEST(SystemClock, RunsAfterThisWasWritten) {
    SystemClock const clock;
    Instant const first = clock.now();
    EXPECT_GT(first, *parse_rfc3339("2026-01-01T00:00:00Z"));
    EXPECT_LT(first, *parse_rfc3339("2200-01-01T00:00:00Z"));
}

}  // namespace
}  // namespace lotse
