// SPDX-License-Identifier: Apache-2.0
// A ticket's clocks from its own event log. Pure: the same log gives the same timers, so a changed policy or calendar
// recomputes history exactly.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/calendar.h"
#include "domain/clock_kind.h"
#include "domain/desk_setup.h"
#include "domain/enums.h"
#include "domain/timer.h"

namespace lotse::domain {

// The facts of the log that move a clock, oldest first. Marks that change nothing (solved twice, a wait that ends
// though none began) are allowed. A mark dated before its predecessor, as after the machine's clock was set back,
// counts as of the predecessor's time.
struct ClockMark {
    enum class Kind : std::uint8_t {
        opened,           // starts the clocks
        agent_replied,    // ends the first reply for good, and what was said so far counts as answered and as told
        waiting_started,  // the customer's turn: every clock but the first reply pauses
        waiting_ended,
        solved,           // stops all
        reopened,         // all run on with what was left: the first-reply clock too, where nobody has replied yet
        priority_set,     // from now on judged by this priority's targets, over the whole past
        customer_wrote,   // a message that a person wrote; ends a wait, and asks for an answer
        queue_entered,    // the team of `queue` is to act
        team_acted,       // `agent` did; counts where they are of the team
    };
    Kind kind = Kind::opened;
    Instant at{};
    Priority priority = Priority::normal;  // for opened and priority_set
    QueueId queue = {};                    // for queue_entered
    AgentId agent = {};                    // for team_acted; none if 0: a program
};

// A target that was missed: the clock ran past `due_at` and was stopped, paused or ended later.
struct Missed {
    ClockKind clock = ClockKind::first_reply;
    Instant due_at{};
    bool operator==(Missed const&) const = default;
};

// A clock that runs now.
struct RunningClock {
    std::optional<Instant> due;  // absent: it does not run, or there is no target
    std::optional<Instant> warning;
    bool operator==(RunningClock const&) const = default;
};

// When a share of the target of a running clock is used.
struct Rung {
    int percent = 0;
    Instant at{};
    bool operator==(Rung const&) const = default;
};
struct Ladder {
    std::vector<Rung> rungs;  // in the order that was asked for; empty: the clock does not run, or none was
    Instant began_at{};  // the round of the clock
    int target_minutes = 0;
    bool operator==(Ladder const&) const = default;
};

struct Deadlines {
    std::optional<Instant> first_reply_due;  // absent: answered, solved, or no target. Waiting does not pause it
    std::optional<Instant> first_reply_warning;
    std::optional<Instant> solution_due;     // absent: paused, solved, or no target
    std::optional<Instant> solution_warning;
    bool first_reply_missed = false;  // its due time had passed when a reply, or a solution without one, stopped it
    Duration open_time_used{};        // of the solution target up to the last mark, pauses left out
    RunningClock next_reply;
    RunningClock update;
    RunningClock handover;
    std::vector<Missed> missed;       // of clocks that do not run now, in order of the clock, then of time
    std::array<Ladder, kClockKinds.size()> ladders;  // by clock
    std::array<int, kClockKinds.size()> kept{};  // rounds that ended in time, by clock

    RunningClock running(ClockKind kind) const;
};

// By when the team of a queue must have acted on what came in. A queue without one has no such clock.
struct HandoverTarget {
    QueueId queue;
    int minutes = 0;
    Calendar const* calendar = nullptr;
    std::vector<AgentId> team = {};  // whose acting counts, by today's teams; anybody's if empty
};

// Due is the instant at which the running open time of a clock reaches its target, warning the instant at which it
// reaches warn_at_percent (cut to 0..100) of it; both may lie in the past. A due instant once passed is moved by no
// later pause, only by another priority, policy or calendar. The law of each clock:
//  first reply  from opened to the first reply; stands while solved. It knows no waiting: nobody waits for a customer
//               before the first answer, and a status set by hand must not hide that the customer has heard nothing.
//  next reply   rounds: from the first message of the customer that no reply has followed, once there was a first reply,
//               to the next reply. A round that is solved runs on when it is re-opened.
//  update       rounds: from opened, and anew from each reply, to the next reply.
//  solution     from opened; one round for the whole ticket.
//  handover     rounds: from each queue_entered to team_acted or the next queue. On the calendar of the target.
// The last four pause while the customer is asked something, and while solved.
// A round has ended in time if it ended at its due instant or before. Rounds that are solved count as ended, until they
// are re-opened. Targets are those of the last priority_set.
// `percents` (1..100) are the rungs that the ladders shall have.
// Marks must begin with `opened`. Cost: marks x days between them. Error: invalid from a calendar that is never open or
// not open for as long as a target within ten years.
Result<Deadlines> compute_deadlines(std::vector<ClockMark> const& marks, Policy const& policy, Calendar const& calendar,
                                    int warn_at_percent, std::span<HandoverTarget const> handovers = {},
                                    std::span<int const> percents = {});

}  // namespace lotse::domain
