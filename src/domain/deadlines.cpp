// SPDX-License-Identifier: Apache-2.0
#include "domain/deadlines.h"

#include <algorithm>

#include "base/must.h"

namespace lotse::domain {
namespace {

// Time during which a clock runs. Only the last one of a clock may be without end.
struct Run {
    Instant from{};
    std::optional<Instant> to;
};

struct Clocks {
    std::vector<Run> first_reply;
    std::vector<Run> solution;
    bool is_answered = false;
    Priority priority = Priority::normal;
    Instant last_mark_at{};
};

Clocks read_marks(std::vector<ClockMark> const& marks);
Result<std::optional<Instant>> reach(std::vector<Run> const& runs, Duration goal, Calendar const& calendar);
bool is_running(std::vector<Run> const& runs) { return !runs.empty() && !runs.back().to; }
Duration minutes_of(int target) { return std::chrono::minutes{std::max(target, 0)}; }
Duration share_of(Duration whole, int percent) { return whole * std::clamp(percent, 0, 100) / 100; }

}  // namespace

Result<Deadlines> compute_deadlines(std::vector<ClockMark> const& marks, Policy const& policy, Calendar const& calendar,
                                    int warn_at_percent) {
    must(!marks.empty() && marks.front().kind == ClockMark::Kind::opened, "clock marks that begin with opened");
    Clocks const clocks = read_marks(marks);
    Targets const& targets = policy.targets[static_cast<std::size_t>(clocks.priority)];
    Deadlines out;

    if (targets.first_reply_minutes) {
        Duration const goal = minutes_of(*targets.first_reply_minutes);
        TRY(auto const due, reach(clocks.first_reply, goal, calendar));
        if (is_running(clocks.first_reply)) {
            out.first_reply_due = due;
            TRY(out.first_reply_warning, reach(clocks.first_reply, share_of(goal, warn_at_percent), calendar));
        } else {
            // A clock that stopped reaches its target only before that.
            out.first_reply_missed = due && *due < *clocks.first_reply.back().to;
        }
    }
    if (targets.solution_minutes && is_running(clocks.solution)) {
        Duration const goal = minutes_of(*targets.solution_minutes);
        TRY(out.solution_due, reach(clocks.solution, goal, calendar));
        TRY(out.solution_warning, reach(clocks.solution, share_of(goal, warn_at_percent), calendar));
    }
    for (auto const& run : clocks.solution)
        out.open_time_used += open_time_between(calendar, run.from, run.to.value_or(clocks.last_mark_at));
    return out;
}

namespace {

void set_running(std::vector<Run>& runs, bool wanted, Instant at) {
    if (wanted == is_running(runs)) return;
    if (wanted) {
        runs.push_back({at, std::nullopt});
    } else {
        runs.back().to = at;
    }
}

Clocks read_marks(std::vector<ClockMark> const& marks) {
    using enum ClockMark::Kind;
    enum class State { ours, waiting, solved };
    State state = State::ours;
    Clocks out;
    out.last_mark_at = marks.front().at;
    for (auto const& mark : marks) {
        out.last_mark_at = std::max(out.last_mark_at, mark.at);
        switch (mark.kind) {
            case opened: [[fallthrough]];
            case priority_set: out.priority = mark.priority; break;
            case agent_replied: out.is_answered = true; break;
            case waiting_started: state = State::waiting; break;
            case waiting_ended: state = state == State::waiting ? State::ours : state; break;
            case solved: state = State::solved; break;
            case reopened: state = State::ours; break;
        }
        set_running(out.first_reply, !out.is_answered && state != State::solved, out.last_mark_at);
        set_running(out.solution, state == State::ours, out.last_mark_at);
    }
    return out;
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
