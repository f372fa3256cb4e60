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

// The facts of the log that move a clock, oldest first.
struct ClockMark {
    enum class Kind : std::uint8_t {
        opened,           // starts both clocks
        agent_replied,    // stops the first-reply clock for good
        waiting_started,  // the customer's turn: the solution clock pauses
        waiting_ended,
        solved,           // stops the solution clock
        reopened,         // the solution clock runs on with what was left
        priority_set,     // from now on judged by this priority's targets, over the whole past
    };
    Kind kind = Kind::opened;
    Instant at{};
    Priority priority = Priority::normal;  // for opened and priority_set
};

struct Deadlines {
    std::optional<Instant> first_reply_due;  // absent: answered, solved, or no target
    std::optional<Instant> first_reply_warning;
    std::optional<Instant> solution_due;     // absent: paused, solved, or no target
    std::optional<Instant> solution_warning;
    bool first_reply_missed = false;  // the answer came after its due time (open or past)
    Duration open_time_used{};        // of the solution target, pauses left out
};

// Marks must be in time order and begin with `opened`. The last priority_set decides the targets. A due instant may
// lie in the past (breached). Error: invalid from a calendar that is never open.
Result<Deadlines> compute_deadlines(std::vector<ClockMark> const& marks, Policy const& policy, Calendar const& calendar,
                                    int warn_at_percent);

}  // namespace lotse::domain
