// SPDX-License-Identifier: Apache-2.0
#include "domain/deadlines.h"

#include <gtest/gtest.h>

#include "base/must.h"

namespace lotse::domain {
namespace {

using enum ClockMark::Kind;
using namespace std::chrono_literals;

// Wednesday 25 November 2026, UTC.
Instant at(std::string_view time) { return parse_rfc3339("2026-11-25T" + std::string(time) + ":00Z").value(); }

std::string tell(std::optional<Instant> instant) { return instant ? to_rfc3339(*instant).substr(8, 8) : "-"; }

Calendar nine_to_five() {
    Calendar out;
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{540, 1020}};
    return out;
}

// Normal: reply in 1 h, solution in 6 h. Urgent: 30 min, 2 h. Low: no targets.
Policy policy() {
    Policy out;
    out.targets[static_cast<std::size_t>(Priority::normal)] = {60, 360};
    out.targets[static_cast<std::size_t>(Priority::urgent)] = {30, 120};
    return out;
}

Deadlines compute(std::vector<ClockMark> const& marks) {
    return compute_deadlines(marks, policy(), nine_to_five(), 80).value();
}

TEST(Deadlines, RunFromTheOpening) {
    auto const got = compute({{opened, at("09:00"), Priority::normal}});
    EXPECT_EQ(tell(got.first_reply_due), "25T10:00");
    EXPECT_EQ(tell(got.first_reply_warning), "25T09:48");
    EXPECT_EQ(tell(got.solution_due), "25T15:00");
    EXPECT_EQ(tell(got.solution_warning), "25T13:48");
    EXPECT_FALSE(got.first_reply_missed);
    EXPECT_EQ(got.open_time_used, 0us);
}

TEST(Deadlines, OfANightMailRunFromTheMorning) {
    auto const got = compute({{opened, at("03:00"), Priority::normal}});
    EXPECT_EQ(tell(got.first_reply_due), "25T10:00");
}

TEST(Deadlines, WaitingPausesTheSolutionButNotTheFirstReply) {
    auto const paused = compute({{opened, at("09:00"), Priority::normal}, {waiting_started, at("09:30")}});
    EXPECT_EQ(tell(paused.first_reply_due), "25T10:00");
    EXPECT_EQ(tell(paused.solution_due), "-");
    EXPECT_EQ(tell(paused.solution_warning), "-");
    EXPECT_EQ(paused.open_time_used, 30min);
    auto const resumed = compute(
        {{opened, at("09:00"), Priority::normal}, {waiting_started, at("09:30")}, {waiting_ended, at("11:30")}});
    EXPECT_EQ(tell(resumed.first_reply_due), "25T10:00");
    EXPECT_EQ(tell(resumed.solution_due), "25T17:00");
    EXPECT_EQ(tell(resumed.solution_warning), "25T15:48");
}

TEST(Deadlines, APauseOverNightCostsNoOpenTime) {
    auto const got = compute(
        {{opened, at("13:00"), Priority::normal}, {waiting_started, at("17:00")}, {waiting_ended, at("23:00")}});
    EXPECT_EQ(tell(got.solution_due), "26T11:00");
}

TEST(Deadlines, AReplyInTimeIsNotMissed) {
    auto const got = compute({{opened, at("09:00"), Priority::normal}, {agent_replied, at("10:00")}});
    EXPECT_EQ(tell(got.first_reply_due), "-");
    EXPECT_EQ(tell(got.first_reply_warning), "-");
    EXPECT_FALSE(got.first_reply_missed);
    EXPECT_EQ(tell(got.solution_due), "25T15:00");
}

TEST(Deadlines, ALateReplyIsMissedForGood) {
    auto const got = compute({{opened, at("09:00"), Priority::normal},
                              {agent_replied, at("10:01")},
                              {agent_replied, at("10:02")},
                              {solved, at("11:00")},
                              {reopened, at("12:00")}});
    EXPECT_TRUE(got.first_reply_missed);
    EXPECT_EQ(tell(got.first_reply_due), "-");
}

TEST(Deadlines, AnOpenTicketKeepsItsBreachedInstantInThePast) {
    auto const got = compute(
        {{opened, at("09:00"), Priority::normal}, {waiting_started, at("16:00")}, {waiting_ended, at("16:30")}});
    EXPECT_EQ(tell(got.solution_due), "25T15:00");
    EXPECT_EQ(got.open_time_used, 7h);
}

TEST(Deadlines, SolvingStopsBothAndReopeningGoesOnWithWhatWasLeft) {
    std::vector<ClockMark> marks{{opened, at("09:00"), Priority::normal}, {solved, at("09:30")}};
    auto const stopped = compute(marks);
    EXPECT_EQ(tell(stopped.first_reply_due), "-");
    EXPECT_EQ(tell(stopped.solution_due), "-");
    EXPECT_FALSE(stopped.first_reply_missed);
    marks.push_back({reopened, at("11:00")});
    auto const again = compute(marks);
    EXPECT_EQ(tell(again.first_reply_due), "25T11:30");
    EXPECT_EQ(tell(again.solution_due), "25T16:30");
}

TEST(Deadlines, SolvedLateWithoutAReplyMissesTheReply) {
    EXPECT_TRUE(compute({{opened, at("09:00"), Priority::normal}, {solved, at("11:00")}}).first_reply_missed);
}

TEST(Deadlines, TheLastPriorityJudgesTheWholePast) {
    auto const raised = compute({{opened, at("09:00"), Priority::normal},
                                 {agent_replied, at("09:45")},
                                 {priority_set, at("12:00"), Priority::urgent}});
    EXPECT_EQ(tell(raised.solution_due), "25T11:00");
    EXPECT_TRUE(raised.first_reply_missed);
    auto const lowered = compute({{opened, at("09:00"), Priority::urgent}, {priority_set, at("12:00"), Priority::low}});
    EXPECT_EQ(tell(lowered.solution_due), "-");
    EXPECT_EQ(tell(lowered.first_reply_due), "-");
}

TEST(Deadlines, AMarkFromAClockThatWasSetBackCountsAsSimultaneous) {
    auto const got = compute(
        {{opened, at("09:00"), Priority::normal}, {waiting_started, at("10:00")}, {waiting_ended, at("08:00")}});
    EXPECT_EQ(tell(got.solution_due), "25T15:00");
}

TEST(Deadlines, RepeatedMarksChangeNothing) {
    auto const got = compute({{opened, at("09:00"), Priority::normal},
                              {waiting_ended, at("09:10")},
                              {reopened, at("09:20")},
                              {waiting_started, at("10:00")},
                              {waiting_started, at("10:30")},
                              {waiting_ended, at("11:00")},
                              {waiting_ended, at("11:30")},
                              {solved, at("12:00")},
                              {waiting_ended, at("12:10")},
                              {solved, at("12:20")}});
    EXPECT_EQ(tell(got.solution_due), "-");
    EXPECT_EQ(got.open_time_used, 2h);
}

TEST(Deadlines, ATargetOfNothingIsDueWhenTheOfficeOpens) {
    Policy now;
    now.targets[static_cast<std::size_t>(Priority::normal)] = {0, 0};
    std::vector<ClockMark> const marks{
        {opened, at("03:00"), Priority::normal}, {waiting_started, at("04:00")}, {waiting_ended, at("12:00")}};
    auto const got = compute_deadlines(marks, now, nine_to_five(), 80).value();
    EXPECT_EQ(tell(got.first_reply_due), "25T09:00");
    EXPECT_EQ(tell(got.solution_due), "25T12:00");
}

TEST(Deadlines, PassOnACalendarThatIsNeverOpen) {
    Calendar const closed;
    auto const got = compute_deadlines({{opened, at("09:00"), Priority::normal}}, policy(), closed, 80);
    ASSERT_FALSE(got.has_value());
    EXPECT_EQ(got.error().kind, Kind::invalid);
    EXPECT_TRUE(compute_deadlines({{opened, at("09:00"), Priority::low}}, policy(), closed, 80).has_value())
        << "no targets, nothing to compute";
}

TEST(Deadlines, RefuseALogThatDoesNotBeginWithOpened) {
    EXPECT_THROW((void)compute_deadlines({}, policy(), nine_to_five(), 80).has_value(), Bug);
    EXPECT_THROW((void)compute_deadlines({{solved, at("09:00")}}, policy(), nine_to_five(), 80).has_value(), Bug);
}

}  // namespace
}  // namespace lotse::domain
