// SPDX-License-Identifier: Apache-2.0
// First-reply and solution targets from the ticket's own event log. Pure: the same log gives the same timers, so a
// changed policy or calendar recomputes history exactly.
#pragma once

#include <optional>
#include <vector>

#include "domain/calendar.h"
#include "domain/desk_setup.h"
#include "domain/enums.h"
#include "domain/timer.h"

namespace lotse::domain {

// The facts of the log that move a clock, oldest first. Marks that change nothing (solved twice, a wait that ends
// though none began) are allowed. A mark dated before its predecessor, as after the machine's clock was set back,
// counts as of the predecessor's time.
struct ClockMark {
    enum class Kind : std::uint8_t {
        opened,           // starts both clocks
        agent_replied,    // stops the first-reply clock for good
        waiting_started,  // the customer's turn: the solution clock pauses
        waiting_ended,
        solved,           // stops both clocks
        reopened,         // both run on with what was left: the first-reply clock too, where nobody has replied yet
        priority_set,     // from now on judged by this priority's targets, over the whole past
    };
    Kind kind = Kind::opened;
    Instant at{};
    Priority priority = Priority::normal;  // for opened and priority_set
};

struct Deadlines {
    std::optional<Instant> first_reply_due;  // absent: answered, solved, or no target. Waiting does not pause it
    std::optional<Instant> first_reply_warning;
    std::optional<Instant> solution_due;     // absent: paused, solved, or no target
    std::optional<Instant> solution_warning;
    bool first_reply_missed = false;  // its due time had passed when a reply, or a solution without one, stopped it
    Duration open_time_used{};        // of the solution target up to the last mark, pauses left out
};

// A clock pauses while the customer is asked something (solution) or the ticket is solved (both). The first-reply clock
// knows no waiting: nobody waits for a customer before the first answer, and a status set by hand must not hide that
// the customer has heard nothing. Due is the instant at which the running open time reaches the target, warning the
// instant at which it reaches warn_at_percent (cut to 0..100) of it; both may lie in the past. A due instant once
// passed is moved by no later pause, only by another priority, policy or calendar.
// Marks must begin with `opened`. The last priority_set decides the targets. Error: invalid from a calendar that is
// never open or not open for as long as a target within ten years.
Result<Deadlines> compute_deadlines(std::vector<ClockMark> const& marks, Policy const& policy, Calendar const& calendar,
                                    int warn_at_percent);

}  // namespace lotse::domain
