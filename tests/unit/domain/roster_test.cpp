// SPDX-License-Identifier: Apache-2.0
#include "domain/roster.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr AgentId kAnna{1};
constexpr AgentId kBen{2};
constexpr ShiftId kLate{5};
constexpr ShiftId kNight{6};

Instant at(std::string_view text) { return *parse_rfc3339(text); }

std::chrono::local_days date(int year, unsigned month, unsigned day) {
    return std::chrono::local_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

Agent person(AgentId id) {
    Agent out;
    out.id = id;
    return out;
}

// Monday to Friday 8:00-12:00 and 12:30-16:30 in Berlin; June 2026 is summer time, two hours before UTC.
RosterRows office() {
    RosterRows rows;
    WorkPattern anna{kAnna, 1, "Europe/Berlin", {}};
    for (std::size_t day = 0; day < 5; ++day) anna.week[day] = {{480, 720}, {750, 990}};
    rows.patterns = {anna};
    rows.shifts = {{kLate, 1, "Late", {{780, 1260}}}, {kNight, 1, "Night", {{1320, 1800}}}};
    return rows;
}

Roster made(RosterRows rows) { return {std::move(rows), at("2026-05-25T00:00:00Z"), at("2026-07-10T00:00:00Z")}; }

TEST(Roster, FollowsTheWeekOnThePersonsOwnClock) {
    auto const roster = made(office());
    EXPECT_FALSE(roster.is_at_work(kAnna, at("2026-06-01T05:59:59Z")));
    EXPECT_TRUE(roster.is_at_work(kAnna, at("2026-06-01T06:00:00Z")));
    EXPECT_FALSE(roster.is_at_work(kAnna, at("2026-06-01T14:30:00Z")));
    EXPECT_FALSE(roster.is_at_work(kAnna, at("2026-06-06T08:00:00Z")));
    EXPECT_EQ(roster.next_change(kAnna, at("2026-06-01T06:00:00Z")), at("2026-06-01T10:00:00Z"));
    EXPECT_EQ(roster.next_work(kAnna, at("2026-06-05T15:00:00Z")), at("2026-06-08T06:00:00Z"));
}

TEST(Roster, LeavesAloneWhoHasNoHours) {
    auto const roster = made(office());
    EXPECT_TRUE(roster.is_at_work(kBen, at("2026-06-06T03:00:00Z")));
    EXPECT_FALSE(roster.next_change(kBen, at("2026-06-06T03:00:00Z")));
    EXPECT_TRUE(roster.duty(person(kBen), at("2026-06-06T03:00:00Z")).is_at_work());
    auto away = person(kBen);
    away.is_available = false;
    EXPECT_EQ(roster.duty(away, at("2026-06-06T03:00:00Z")).off, OffBy::hand);
    EXPECT_EQ(roster.work_time(kBen, at("2026-06-06T03:00:00Z"), at("2026-06-06T05:00:00Z")), hours{2});
}

TEST(Roster, TellsABreakFromTheEndOfTheDay) {
    auto const roster = made(office());
    auto const pause = roster.duty(person(kAnna), at("2026-06-01T10:10:00Z"));
    EXPECT_EQ(pause.off, OffBy::pause);
    EXPECT_EQ(pause.until, at("2026-06-01T10:30:00Z"));
    auto const over = roster.duty(person(kAnna), at("2026-06-01T14:30:00Z"));
    EXPECT_EQ(over.off, OffBy::shift);
    EXPECT_EQ(over.until, at("2026-06-02T06:00:00Z"));
    auto const there = roster.duty(person(kAnna), at("2026-06-01T06:30:00Z"));
    EXPECT_TRUE(there.is_at_work());
    EXPECT_EQ(there.until, at("2026-06-01T14:30:00Z"));
    EXPECT_EQ(roster.next_shift(kAnna, at("2026-06-01T06:30:00Z")), at("2026-06-02T06:00:00Z"));
}

TEST(Roster, PutsADateBeforeTheWeek) {
    auto rows = office();
    rows.days = {{kAnna, date(2026, 6, 1), kLate}, {kAnna, date(2026, 6, 2), {}}, {kAnna, date(2026, 6, 6), kNight}};
    auto const roster = made(std::move(rows));
    EXPECT_FALSE(roster.is_at_work(kAnna, at("2026-06-01T08:00:00Z")));
    EXPECT_TRUE(roster.is_at_work(kAnna, at("2026-06-01T18:00:00Z")));
    EXPECT_FALSE(roster.is_at_work(kAnna, at("2026-06-02T08:00:00Z")));
    EXPECT_TRUE(roster.is_at_work(kAnna, at("2026-06-07T03:59:59Z")));  // Saturday's night, on Sunday morning
    EXPECT_FALSE(roster.is_at_work(kAnna, at("2026-06-07T04:00:00Z")));
}

TEST(Roster, EndsAPlannedDateWithItsShiftWhereThereAreNoWeeklyHours) {
    auto rows = office();
    rows.time_zone = "Europe/Berlin";
    rows.shifts.push_back({ShiftId{7}, 1, "Evening", {{720, 960}, {1020, 1380}}});
    rows.days = {{kBen, date(2026, 6, 3), ShiftId{7}}};
    auto const roster = made(std::move(rows));
    auto const before = at("2026-06-03T08:00:00Z");
    EXPECT_EQ(roster.duty(person(kBen), before).off, OffBy::shift);
    auto const during = at("2026-06-03T12:00:00Z");
    EXPECT_EQ(roster.shift_end(kBen, during), at("2026-06-03T21:00:00Z"));
    EXPECT_EQ(roster.duty(person(kBen), during).until, at("2026-06-03T21:00:00Z"));
    EXPECT_EQ(roster.next_shift(kBen, during), at("2026-06-03T22:00:00Z"));
    EXPECT_EQ(roster.duty(person(kBen), at("2026-06-03T14:30:00Z")).off, OffBy::pause);
    auto const over = roster.duty(person(kBen), at("2026-06-03T21:30:00Z"));
    EXPECT_EQ(over.off, OffBy::shift);
    EXPECT_EQ(over.until, at("2026-06-03T22:00:00Z"));
    EXPECT_TRUE(roster.duty(person(kBen), at("2026-06-04T10:00:00Z")).is_at_work());
}

TEST(Roster, EndsAPlannedNightInTheMorningThoughTheNextDateIsOpen) {
    auto rows = office();
    rows.time_zone = "Europe/Berlin";
    rows.days = {{kBen, date(2026, 6, 3), kNight}, {kBen, date(2026, 6, 4), {}}, {kBen, date(2026, 6, 5), kLate}};
    auto roster = made(rows);
    EXPECT_EQ(roster.shift_end(kBen, at("2026-06-03T23:00:00Z")), at("2026-06-04T04:00:00Z"));
    EXPECT_EQ(roster.next_shift(kBen, at("2026-06-03T23:00:00Z")), at("2026-06-05T11:00:00Z"));
    EXPECT_EQ(roster.duty(person(kBen), at("2026-06-04T05:00:00Z")).off, OffBy::shift);
    rows.days.erase(rows.days.begin() + 1);
    roster = made(rows);
    EXPECT_EQ(roster.shift_end(kBen, at("2026-06-03T23:00:00Z")), at("2026-06-04T04:00:00Z"));
    EXPECT_TRUE(roster.duty(person(kBen), at("2026-06-04T05:00:00Z")).is_at_work());
    rows.absences = {{AbsenceId{1}, 1, kBen, AbsenceKind::sick, LocalTime{date(2026, 6, 4)} + hours{2},
                      LocalTime{date(2026, 6, 5)}, "", ""}};
    roster = made(rows);
    EXPECT_EQ(roster.shift_end(kBen, at("2026-06-03T23:00:00Z")), at("2026-06-04T00:00:00Z"));
    EXPECT_EQ(roster.duty(person(kBen), at("2026-06-04T00:30:00Z")).off, OffBy::absence);
}

TEST(Roster, PutsAnAbsenceBeforeBoth) {
    auto rows = office();
    rows.absences = {{AbsenceId{1}, 1, kAnna, AbsenceKind::sick, LocalTime{date(2026, 6, 4)} + hours{12},
                      LocalTime{date(2026, 6, 6)}, "", ""}};
    auto const roster = made(std::move(rows));
    EXPECT_TRUE(roster.is_at_work(kAnna, at("2026-06-04T09:59:00Z")));
    auto const away = roster.duty(person(kAnna), at("2026-06-04T11:00:00Z"));
    EXPECT_EQ(away.off, OffBy::absence);
    EXPECT_EQ(away.until, at("2026-06-08T06:00:00Z"));
    EXPECT_EQ(roster.work_time(kAnna, at("2026-06-01T00:00:00Z"), at("2026-06-08T00:00:00Z")), hours{3 * 8 + 4});
}

TEST(Roster, KeepsAwakeOverTheClockChange) {
    RosterRows rows;
    WorkPattern nights{kAnna, 1, "Europe/Berlin", {}};
    nights.week[5] = {{1320, 1800}};  // Saturday 22:00 to Sunday 6:00; 25 October 2026 has 25 hours
    rows.patterns = {nights};
    Roster const roster(std::move(rows), at("2026-10-20T00:00:00Z"), at("2026-10-30T00:00:00Z"));
    EXPECT_EQ(roster.work_time(kAnna, at("2026-10-24T00:00:00Z"), at("2026-10-26T00:00:00Z")), hours{9});
}

TEST(Roster, TurnsTheHandRoundAtItsTime) {
    auto rows = office();
    rows.availabilities = {{kAnna, at("2026-06-01T08:00:00Z"), Restriction::only_urgent, at("2026-06-01T09:00:00Z")}};
    auto const roster = made(std::move(rows));
    auto anna = person(kAnna);
    anna.is_available = false;
    auto const before = roster.duty(anna, at("2026-06-01T07:00:00Z"));
    EXPECT_EQ(before.off, OffBy::hand);
    EXPECT_EQ(before.until, at("2026-06-01T08:00:00Z"));
    auto const after = roster.duty(anna, at("2026-06-01T08:00:00Z"));
    EXPECT_TRUE(after.is_at_work());
    EXPECT_FALSE(after.takes(Priority::high));
    EXPECT_TRUE(after.takes(Priority::urgent));
    EXPECT_TRUE(roster.duty(anna, at("2026-06-01T09:00:00Z")).takes(Priority::low));
    EXPECT_EQ(roster.next_change_of_any(at("2026-06-01T07:00:00Z")), at("2026-06-01T08:00:00Z"));
}

TEST(Roster, TakesLongSilenceForAbsenceWhereTheDeskSaysSo) {
    auto rows = office();
    rows.rules.away_after_minutes = 30;
    auto const roster = made(std::move(rows));
    auto const now = at("2026-06-01T08:00:00Z");
    EXPECT_TRUE(roster.duty(person(kAnna), now, now - minutes{30}).is_at_work());
    EXPECT_EQ(roster.duty(person(kAnna), now, now - minutes{31}).off, OffBy::silence);
    EXPECT_EQ(roster.duty(person(kAnna), now).off, OffBy::silence);
    EXPECT_TRUE(made(office()).duty(person(kAnna), now, now - hours{100}).is_at_work());
}

// The same hours by asking minute after minute.
TEST(Roster, AnswersAsMinuteAfterMinuteDoes) {
    auto rows = office();
    rows.days = {{kAnna, date(2026, 6, 3), kNight}, {kAnna, date(2026, 6, 5), {}}};
    rows.absences = {{AbsenceId{1}, 1, kAnna, AbsenceKind::training, LocalTime{date(2026, 6, 2)} + minutes{605},
                      LocalTime{date(2026, 6, 2)} + minutes{871}, "", ""}};
    auto const roster = made(std::move(rows));
    auto const from = at("2026-06-01T00:00:00Z");
    Duration sum{0};
    auto change = roster.next_change(kAnna, from);
    for (auto now = from; now < at("2026-06-08T00:00:00Z"); now += minutes{1}) {
        bool const is_there = roster.is_at_work(kAnna, now);
        if (is_there) sum += minutes{1};
        if (now > from && is_there != roster.is_at_work(kAnna, now - minutes{1})) {
            EXPECT_EQ(change, now);
            change = roster.next_change(kAnna, now);
        }
    }
    EXPECT_EQ(sum, roster.work_time(kAnna, from, at("2026-06-08T00:00:00Z")));
}

TEST(WorkPattern, RefusesHoursThatCannotBe) {
    WorkPattern pattern{kAnna, 1, "Europe/Berlin", {}};
    pattern.week[0] = {{1320, 1800}};
    EXPECT_TRUE(check(pattern));
    pattern.week[1] = {{300, 600}};
    EXPECT_EQ(check(pattern).error().field, "/week/monday/0");
    pattern.week[1] = {{600, 500}};
    EXPECT_FALSE(check(pattern));
    pattern.week[1].clear();
    pattern.time_zone = "Moon/Base";
    EXPECT_EQ(check(pattern).error().field, "/time_zone");
}

}  // namespace
}  // namespace lotse::domain
