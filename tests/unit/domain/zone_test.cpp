// SPDX-License-Identifier: Apache-2.0
#include "domain/zone.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace lotse::domain {
namespace {

using namespace std::chrono;
using namespace std::chrono_literals;

Instant at(std::string_view text) { return parse_rfc3339(text).value(); }
LocalTime wall(std::string_view text) { return LocalTime{at(std::string(text) + "Z").time_since_epoch()}; }
Zone zone(std::string_view name) { return Zone::find(name).value(); }

TEST(Zone, IsFoundByItsIanaNameOnly) {
    EXPECT_EQ(zone("Europe/Berlin").name(), "Europe/Berlin");
    EXPECT_TRUE(Zone::find("US/Pacific").has_value()) << "older names live on as links";
    for (auto const* bad : {"", "Berlin", "europe/berlin", "Europe/Berlin ", "../../etc/passwd", "/etc/localtime",
                            "localtime", "posixrules", "right/UTC", "Mars/Olympus"}) {
        auto const found = Zone::find(bad);
        ASSERT_FALSE(found.has_value()) << bad;
        EXPECT_EQ(found.error().kind, Kind::invalid);
        EXPECT_EQ(found.error().code, "time_zone.unknown");
    }
}

TEST(Zone, NamesAreSortedAndAllFound) {
    auto const names = time_zone_names();
    EXPECT_GT(names.size(), 400U);
    EXPECT_TRUE(std::ranges::is_sorted(names));
    for (auto const& name : names) EXPECT_TRUE(Zone::find(name).has_value()) << name;
}

TEST(Zone, SpanHoldsTheInstantAndItsOffset) {
    auto const summer = zone("Europe/Berlin").span_at(at("2026-07-01T12:00:00Z"));
    EXPECT_EQ(summer.offset, 2h);
    EXPECT_EQ(to_rfc3339(summer.begin), "2026-03-29T01:00:00.000Z");
    EXPECT_EQ(to_rfc3339(summer.end), "2026-10-25T01:00:00.000Z");
    EXPECT_EQ(zone("Europe/Berlin").span_at(summer.end).offset, 1h);
}

TEST(Zone, ReachesTenYearsAhead) {
    EXPECT_EQ(zone("Europe/Berlin").span_at(at("2037-07-01T12:00:00Z")).offset, 2h)
        << "the machine's zone files end too early; install the full tzdata package";
}

TEST(Zone, AnswersAtTheEndsOfTime) {
    for (Instant edge : {Instant::min(), Instant::max()}) {
        auto const span = zone("Australia/Lord_Howe").span_at(edge);
        EXPECT_LE(span.offset, 14h);
    }
}

TEST(Zone, TellsWallTimeBothWays) {
    auto const lord_howe = zone("Australia/Lord_Howe");
    EXPECT_EQ(lord_howe.to_local(at("2026-01-01T00:00:00Z")), wall("2026-01-01T11:00:00"));
    EXPECT_EQ(lord_howe.to_local(at("2026-07-01T00:00:00Z")), wall("2026-07-01T10:30:00"));
    EXPECT_EQ(lord_howe.to_utc(wall("2026-07-01T10:30:00")), at("2026-07-01T00:00:00Z"));
}

TEST(Zone, ASkippedTimeIsTheInstantOfTheSkip) {
    EXPECT_EQ(to_rfc3339(zone("Europe/Berlin").to_utc(wall("2026-03-29T02:30:00"))), "2026-03-29T01:00:00.000Z");
    EXPECT_EQ(to_rfc3339(zone("Pacific/Apia").to_utc(wall("2011-12-30T12:00:00"))), "2011-12-30T10:00:00.000Z");
}

TEST(Zone, ATimeShownTwiceIsItsFirstShowing) {
    EXPECT_EQ(to_rfc3339(zone("Europe/Berlin").to_utc(wall("2026-10-25T02:30:00"))), "2026-10-25T00:30:00.000Z");
}

}  // namespace
}  // namespace lotse::domain
