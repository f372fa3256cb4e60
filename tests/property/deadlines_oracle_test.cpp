// SPDX-License-Identifier: Apache-2.0
#include "domain/deadlines.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/zone.h"
#include "property/support/minute_oracle.h"

namespace lotse::property {
namespace {

using domain::ClockMark;
using domain::Deadlines;
using enum ClockMark::Kind;
using namespace std::chrono;
using namespace std::chrono_literals;

struct Log {
    std::vector<ClockMark> marks;
    domain::Policy policy;
    domain::Calendar calendar;
    int warn_at = 80;
};

// A goal and the instant at which a clock that was watched minute by minute had run for that long.
struct Goal {
    Duration wanted;
    std::optional<Instant> reached;
};

struct Watched {
    bool runs = false;
    Duration ran{0};
    std::vector<Goal> goals;

    // The clock goes over an open stretch that begins at `at`.
    void pass(Instant at, Duration open) {
        if (!runs) return;
        for (auto& goal : goals)
            if (!goal.reached && goal.wanted - ran <= open) goal.reached = at + (goal.wanted - ran);
        ran += open;
    }
    bool has_unmet() const {
        return std::ranges::any_of(goals, [](auto const& goal) { return !goal.reached; });
    }
};

Deadlines watch(Log const& log) {
    MinuteOracle const office(log.calendar);
    auto priority = log.marks.front().priority;
    for (auto const& mark : log.marks)
        if (mark.kind == priority_set) priority = mark.priority;
    auto const& targets = log.policy.targets[static_cast<std::size_t>(priority)];
    Watched reply;
    Watched solution;
    auto const add_goals = [&](Watched& clock, std::optional<int> target) {
        if (!target) return;
        Duration const whole = minutes{*target};
        clock.goals = {{whole, {}}, {whole * log.warn_at / 100, {}}};
    };
    add_goals(reply, targets.first_reply_minutes);
    add_goals(solution, targets.solution_minutes);

    bool answered = false;
    bool waits = false;
    bool is_solved = false;
    std::optional<Instant> reply_stopped;
    auto next = log.marks.begin();
    Deadlines out;
    for (Instant at = log.marks.front().at;;) {
        for (; next != log.marks.end() && next->at == at; ++next) {
            if (next->kind == agent_replied) answered = true;
            if (next->kind == solved) is_solved = true, waits = false;
            if (next->kind == waiting_started) waits = true, is_solved = false;
            if (next->kind == waiting_ended) waits = false;
            if (next->kind == reopened) waits = false, is_solved = false;
            bool const reply_runs = !answered && !is_solved;
            if (reply.runs && !reply_runs) reply_stopped = at;
            reply.runs = reply_runs;
            solution.runs = !waits && !is_solved;
        }
        bool const over = next == log.marks.end();
        if (over && !(reply.runs && reply.has_unmet()) && !(solution.runs && solution.has_unmet())) break;
        Instant const until = over ? office.next_step(at) : std::min(office.next_step(at), next->at);
        if (office.is_open(at)) {
            if (solution.runs && !over) out.open_time_used += until - at;
            reply.pass(at, until - at);
            solution.pass(at, until - at);
        }
        at = until;
    }
    if (reply.runs && !reply.goals.empty()) {
        out.first_reply_due = reply.goals[0].reached;
        out.first_reply_warning = reply.goals[1].reached;
    }
    if (!reply.runs && !reply.goals.empty() && reply.goals[0].reached)
        out.first_reply_missed = *reply.goals[0].reached < *reply_stopped;
    if (solution.runs && !solution.goals.empty()) {
        out.solution_due = solution.goals[0].reached;
        out.solution_warning = solution.goals[1].reached;
    }
    return out;
}

Log any_log(Random& random, std::vector<std::string> const& zones) {
    auto const& zone = zones[static_cast<std::size_t>(between(random, 0, static_cast<int>(zones.size()) - 1))];
    Log out;
    Instant at = any_instant(random, zone);
    out.calendar = any_calendar(random, zone, at);
    out.warn_at = between(random, 1, 100);
    for (auto& targets : out.policy.targets) {
        if (!one_in(random, 6)) targets.first_reply_minutes = between(random, 1, 400);
        if (!one_in(random, 6)) targets.solution_minutes = between(random, 1, 2'000);
    }
    auto const any_priority = [&] { return static_cast<domain::Priority>(between(random, 0, 3)); };
    out.marks.push_back({opened, at, any_priority()});
    for (int i = between(random, 0, 8); i > 0; --i) {
        if (!one_in(random, 8)) at += minutes{between(random, 0, 1'500)} + 1us * between(random, 0, 60'000'000);
        out.marks.push_back({static_cast<ClockMark::Kind>(between(random, 1, 6)), at, any_priority()});
    }
    return out;
}

Result<Deadlines> compute(Log const& log) {
    return domain::compute_deadlines(log.marks, log.policy, log.calendar, log.warn_at);
}

std::string tell(std::optional<Instant> at) { return at ? to_rfc3339(*at) : "-"; }

std::string tell(Log const& log) {
    std::string out = log.calendar.time_zone + ":";
    for (auto const& mark : log.marks) out += " " + std::to_string(int(mark.kind)) + "@" + to_rfc3339(mark.at);
    return out;
}

std::string tell(Deadlines const& d) {
    return tell(d.first_reply_due) + " " + tell(d.first_reply_warning) + " " + tell(d.solution_due) + " " +
           tell(d.solution_warning) + (d.first_reply_missed ? " missed " : " ") +
           std::to_string(d.open_time_used.count());
}

bool same(Deadlines const& a, Deadlines const& b) {
    return a.first_reply_due == b.first_reply_due && a.first_reply_warning == b.first_reply_warning &&
           a.solution_due == b.solution_due && a.solution_warning == b.solution_warning &&
           a.first_reply_missed == b.first_reply_missed && a.open_time_used == b.open_time_used;
}

TEST(DeadlinesAgainstOracle, EveryInstantIsExact) {
    Random random(80);
    auto const zones = domain::time_zone_names();
    for (int i = cases(1'500, 100'000); i > 0; --i) {
        Log const log = any_log(random, zones);
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
