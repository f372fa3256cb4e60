// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "domain/deadlines.h"
#include "domain/zone.h"

namespace lotse::domain {
namespace {

using enum ClockMark::Kind;
using namespace std::chrono_literals;

Instant at(std::string_view time) { return parse_rfc3339(std::string(time) + ":00Z").value(); }

Calendar nine_to_five(std::string zone = "UTC") {
    Calendar out;
    out.time_zone = std::move(zone);
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{540, 1020}};
    return out;
}

constexpr std::array kShares{50, 80, 100};

Deadlines compute(std::vector<ClockMark> const& marks, int minutes, Calendar const& calendar = nine_to_five()) {
    Policy policy;
    policy.targets[static_cast<std::size_t>(Priority::normal)].solution_minutes = minutes;
    return compute_deadlines(marks, policy, calendar, 80, {}, kShares).value();
}

std::string tell(Deadlines const& deadlines) {
    std::string out;
    for (auto const& rung : deadlines.ladders[static_cast<std::size_t>(ClockKind::solution)].rungs)
        out += std::to_string(rung.percent) + "@" + to_rfc3339(rung.at).substr(5, 11) + " ";
    return out;
}

// Wednesday 25 November 2026.
TEST(Ladders, AreSharesOfTheWorkingTime) {
    auto const got = compute({{opened, at("2026-11-25T13:00"), Priority::normal}}, 480);
    EXPECT_EQ(tell(got), "50@11-25T17:00 80@11-26T11:24 100@11-26T13:00 ");
    auto const& ladder = got.ladders[static_cast<std::size_t>(ClockKind::solution)];
    EXPECT_EQ(ladder.rungs.back().at, got.solution_due) << "the whole time is the target itself";
    EXPECT_EQ(ladder.began_at, at("2026-11-25T13:00"));
    EXPECT_EQ(ladder.target_minutes, 480);
    EXPECT_TRUE(got.ladders[static_cast<std::size_t>(ClockKind::first_reply)].rungs.empty()) << "it has no target";
}

TEST(Ladders, MoveByThePausesThatLieBeforeThem) {
    auto const got = compute({{opened, at("2026-11-25T09:00"), Priority::normal},
                              {waiting_started, at("2026-11-25T12:30")},
                              {waiting_ended, at("2026-11-25T14:30")}},
                             360);
    EXPECT_EQ(tell(got), "50@11-25T12:00 80@11-25T15:48 100@11-25T17:00 ");
    auto const paused =
        compute({{opened, at("2026-11-25T09:00"), Priority::normal}, {waiting_started, at("2026-11-25T12:30")}}, 360);
    EXPECT_EQ(tell(paused), "") << "a clock that stands still has none";
}

TEST(Ladders, KnowThatANightHasLostAnHour) {
    // Berlin goes to summer time on Sunday 29 March 2026: its offices open at 08:00 UTC before, at 07:00 UTC after.
    auto const got = compute({{opened, at("2026-03-27T14:00"), Priority::normal}}, 480, nine_to_five("Europe/Berlin"));
    EXPECT_EQ(tell(got), "50@03-30T09:00 80@03-30T11:24 100@03-30T13:00 ");
    // And back on Sunday 25 October.
    auto const back = compute({{opened, at("2026-10-23T13:00"), Priority::normal}}, 480, nine_to_five("Europe/Berlin"));
    EXPECT_EQ(tell(back), "50@10-26T10:00 80@10-26T12:24 100@10-26T14:00 ");
}

}  // namespace
}  // namespace lotse::domain
