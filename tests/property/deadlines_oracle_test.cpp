// SPDX-License-Identifier: Apache-2.0
#include "domain/deadlines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/zone.h"
#include "property/support/clock_oracle.h"

namespace lotse::property {
namespace {

using domain::ClockMark;
using domain::Deadlines;
using enum ClockMark::Kind;
using namespace std::chrono;
using namespace std::chrono_literals;
using Log = ClockLog;

// In parts, so that each ends in time under the sanitizers; 20,000 cases together.
class DeadlinesAgainstOracle : public testing::TestWithParam<unsigned> {};
INSTANTIATE_TEST_SUITE_P(Parts, DeadlinesAgainstOracle, testing::Values(80U, 180U, 280U, 380U));

TEST_P(DeadlinesAgainstOracle, EveryInstantIsExact) {
    Random random(GetParam());
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'000, 250'000); i > 0; --i) {
        // Most are near, so that there can be many; the wide ones cross weeks and seasons.
        Log const log = one_in(random, 20) ? any_log(random, zones) : any_log(random, zones, {10, 240, 90, 300});
        auto const got = compute(log);
        ASSERT_TRUE(got.has_value()) << tell(log);
        auto const expected = watch(log);
        ASSERT_TRUE(same(*got, expected)) << tell(log) << "\n got " << tell(*got) << "\n but " << tell(expected);
    }
}

TEST(DeadlinesLaws, TheSameLogGivesTheSameTimers) {
    Random random(81);
    auto const zones = domain::time_zone_names();
    for (int i = cases(500, 50'000); i > 0; --i) {
        Log const log = any_log(random, zones);
        ASSERT_TRUE(same(*compute(log), *compute(log)));
    }
}

TEST(DeadlinesLaws, WarningIsNeverAfterDue) {
    Random random(82);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'000, 100'000); i > 0; --i) {
        auto const got = *compute(any_log(random, zones));
        for (auto const kind : domain::kClockKinds) {
            auto const clock = got.running(kind);
            ASSERT_EQ(clock.due.has_value(), clock.warning.has_value());
            if (clock.due) ASSERT_LE(*clock.warning, *clock.due);
        }
        ASSERT_EQ(got.first_reply_due.has_value(), got.first_reply_warning.has_value());
        ASSERT_EQ(got.solution_due.has_value(), got.solution_warning.has_value());
        if (got.first_reply_due) ASSERT_LE(*got.first_reply_warning, *got.first_reply_due);
        if (got.solution_due) ASSERT_LE(*got.solution_warning, *got.solution_due);
    }
}

// A ticket that is ours all the time, and the places at which pauses can be put.
Log plain_log(Random& random, std::vector<std::string> const& zones) {
    Log log = any_log(random, zones);
    log.marks.resize(1);
    log.marks.front().priority = domain::Priority::high;
    log.policy.targets[2] = {.first_reply_minutes = 60, .solution_minutes = between(random, 1, 3'000)};
    return log;
}

TEST(DeadlinesLaws, APauseOfNoLengthAddsNothing) {
    Random random(83);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'000, 100'000); i > 0; --i) {
        Log log = plain_log(random, zones);
        auto const before = *compute(log);
        Instant const at = log.marks.front().at + minutes{between(random, 0, 4'000)};
        log.marks.push_back({waiting_started, at, {}});
        log.marks.push_back({waiting_ended, at, {}});
        log.marks.push_back({solved, at, {}});
        log.marks.push_back({reopened, at, {}});
        auto const after = *compute(log);
        ASSERT_EQ(after.solution_due, before.solution_due) << tell(log);
        ASSERT_EQ(after.solution_warning, before.solution_warning) << tell(log);
        ASSERT_EQ(after.first_reply_due, before.first_reply_due) << tell(log);
    }
}

TEST(DeadlinesLaws, MorePausesNeverMoveADeadlineBack) {
    Random random(84);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'000, 100'000); i > 0; --i) {
        Log log = plain_log(random, zones);
        auto last = *compute(log);
        Instant at = log.marks.front().at;
        for (int pauses = 0; pauses < 4; ++pauses) {
            Instant const begins = at + minutes{between(random, 0, 1'000)};
            at = begins + minutes{between(random, 0, 1'000)};
            log.marks.push_back({waiting_started, begins, {}});
            log.marks.push_back({waiting_ended, at, {}});
            auto const now = *compute(log);
            ASSERT_GE(*now.solution_due, *last.solution_due) << tell(log);
            ASSERT_GE(*now.solution_warning, *last.solution_warning) << tell(log);
            ASSERT_EQ(now.first_reply_due, last.first_reply_due) << tell(log);
            last = now;
        }
    }
}

TEST(DeadlinesLaws, APauseCostsExactlyItsOpenTime) {
    Random random(85);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'000, 100'000); i > 0; --i) {
        Log log = plain_log(random, zones);
        auto const before = *compute(log);
        Instant const begins = log.marks.front().at + minutes{between(random, 0, 500)};
        if (begins >= *before.solution_due) continue;
        Instant const ends = begins + minutes{between(random, 1, 2'000)};
        log.marks.push_back({waiting_started, begins, {}});
        log.marks.push_back({waiting_ended, ends, {}});
        auto const after = *compute(log);
        auto const paused = domain::open_time_between(log.calendar, begins, ends);
        ASSERT_EQ(domain::open_time_between(log.calendar, *before.solution_due, *after.solution_due), paused)
            << tell(log);
    }
}

TEST(DeadlinesLaws, TheLastPriorityJudgesTheWholePast) {
    Random random(86);
    auto const zones = domain::time_zone_names();
    for (int i = cases(500, 50'000); i > 0; --i) {
        Log log = any_log(random, zones);
        log.marks.push_back({priority_set, log.marks.back().at, domain::Priority::urgent});
        Log born_urgent = log;
        std::erase_if(born_urgent.marks, [](auto const& mark) { return mark.kind == priority_set; });
        born_urgent.marks.front().priority = domain::Priority::urgent;
        auto const a = *compute(log);
        auto const b = *compute(born_urgent);
        ASSERT_EQ(a.first_reply_due, b.first_reply_due) << tell(log);
        ASSERT_EQ(a.solution_due, b.solution_due) << tell(log);
        ASSERT_EQ(a.first_reply_missed, b.first_reply_missed) << tell(log);
    }
}

}  // namespace
}  // namespace lotse::property
