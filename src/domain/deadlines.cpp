// SPDX-License-Identifier: Apache-2.0
#include "domain/deadlines.h"

#include <algorithm>

#include "base/must.h"
#include "domain/clock_rounds.h"

namespace lotse::domain {
namespace {

// What a round is held against.
struct Goal {
    ClockKind clock = ClockKind::first_reply;
    int minutes = 0;
    Duration target{};
    Duration warning{};
    Calendar const& calendar;
    std::span<int const> percents;
};
struct Shares {
    int warning = 0;
    std::span<int const> rungs;
};

Result<std::optional<Instant>> reach(std::vector<Run> const& runs, Duration goal, Calendar const& calendar);
Result<void> judge(Round const& round, bool is_solved, Goal const& goal, RunningClock& running, Deadlines& out);
Duration share_of(Duration whole, int percent) { return whole * std::clamp(percent, 0, 100) / 100; }

Goal goal_of(ClockKind clock, int minutes, Shares const& shares, Calendar const& calendar) {
    Duration const target = std::chrono::minutes{std::max(minutes, 0)};
    return {clock, minutes, target, share_of(target, shares.warning), calendar, shares.rungs};
}

// Of several rounds only the last can run.
Result<void> judge_rounds(std::vector<Round> const& rounds, bool is_solved, Goal const& goal, RunningClock& running,
                          Deadlines& out) {
    for (auto const& round : rounds) CHECK_OK(judge(round, is_solved, goal, running, out));
    return {};
}

Result<void> judge_handovers(ClockRounds const& rounds, std::span<HandoverTarget const> handovers, Shares const& shares,
                             Deadlines& out) {
    for (auto const& round : rounds.handover) {
        auto const found = std::ranges::find(handovers, round.queue, &HandoverTarget::queue);
        if (found == handovers.end() || found->minutes <= 0 || found->calendar == nullptr) continue;
        auto const goal = goal_of(ClockKind::handover, found->minutes, shares, *found->calendar);
        CHECK_OK(judge(round, rounds.is_solved, goal, out.handover, out));
    }
    return {};
}

}  // namespace

RunningClock Deadlines::running(ClockKind kind) const {
    switch (kind) {
        case ClockKind::first_reply: return {first_reply_due, first_reply_warning};
        case ClockKind::next_reply: return next_reply;
        case ClockKind::update: return update;
        case ClockKind::solution: return {solution_due, solution_warning};
        case ClockKind::handover: break;
    }
    return handover;
}

Result<Deadlines> compute_deadlines(std::vector<ClockMark> const& marks, Policy const& policy, Calendar const& calendar,
                                    int warn_at_percent, std::span<HandoverTarget const> handovers,
                                    std::span<int const> percents) {
    must(!marks.empty() && marks.front().kind == ClockMark::Kind::opened, "clock marks that begin with opened");
    ClockRounds const rounds = read_rounds(marks, handovers);
    Targets const& targets = policy.targets[static_cast<std::size_t>(rounds.priority)];
    Shares const shares{warn_at_percent, percents};
    auto const goal = [&](ClockKind clock, int minutes) { return goal_of(clock, minutes, shares, calendar); };
    Deadlines out;

    if (targets.first_reply_minutes) {
        RunningClock running;
        CHECK_OK(judge(rounds.first_reply, rounds.is_solved, goal(ClockKind::first_reply, *targets.first_reply_minutes),
                       running, out));
        out.first_reply_due = running.due;
        out.first_reply_warning = running.warning;
        out.first_reply_missed = !out.missed.empty();
    }
    if (targets.next_reply_minutes)
        CHECK_OK(judge_rounds(rounds.next_reply, rounds.is_solved,
                              goal(ClockKind::next_reply, *targets.next_reply_minutes), out.next_reply, out));
    if (targets.update_minutes)
        CHECK_OK(judge_rounds(rounds.update, rounds.is_solved, goal(ClockKind::update, *targets.update_minutes),
                              out.update, out));
    if (targets.solution_minutes) {
        RunningClock running;
        CHECK_OK(judge(rounds.solution, rounds.is_solved, goal(ClockKind::solution, *targets.solution_minutes), running,
                       out));
        out.solution_due = running.due;
        out.solution_warning = running.warning;
    }
    CHECK_OK(judge_handovers(rounds, handovers, shares, out));
    for (auto const& run : rounds.solution.runs)
        out.open_time_used += open_time_between(calendar, run.from, run.to.value_or(rounds.last_mark_at));
    return out;
}

namespace {

Result<void> climb(Round const& round, Goal const& goal, Ladder& out) {
    out = {{}, round.runs.front().from, goal.minutes};
    for (int const percent : goal.percents) {
        TRY(auto const at, reach(round.runs, share_of(goal.target, percent), goal.calendar));
        if (at) out.rungs.push_back({percent, *at});
    }
    return {};
}

Result<void> judge(Round const& round, bool is_solved, Goal const& goal, RunningClock& running, Deadlines& out) {
    if (round.runs.empty()) return {};
    TRY(auto const due, reach(round.runs, goal.target, goal.calendar));
    if (round.is_running()) {
        running.due = due;
        TRY(running.warning, reach(round.runs, goal.warning, goal.calendar));
        return climb(round, goal, out.ladders[static_cast<std::size_t>(goal.clock)]);
    }
    // A clock that stopped reaches its target only before that.
    if (due && *due < *round.runs.back().to) {
        out.missed.push_back({goal.clock, *due});
    } else if (round.has_ended || is_solved) {
        ++out.kept[static_cast<std::size_t>(goal.clock)];
    }
    return {};
}

// The earliest instant at which the runs together have had `goal` of open time; nothing if they end before.
// A goal that is met by the end of a run belongs to that run, also when the next one begins later.
Result<std::optional<Instant>> reach(std::vector<Run> const& runs, Duration goal, Calendar const& calendar) {
    Duration left = goal;
    for (auto const& run : runs) {
        Duration const held = run.to ? open_time_between(calendar, run.from, *run.to) : left;
        if (left <= held) {
            TRY(Instant const reached, add_open_time(calendar, run.from, left));
            // A goal of nothing is met when the office is next open, which may be after the run.
            if (!run.to || reached <= *run.to) return std::optional{reached};
        }
        left -= std::min(left, held);
    }
    return std::optional<Instant>{};
}

}  // namespace
}  // namespace lotse::domain
