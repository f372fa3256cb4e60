// SPDX-License-Identifier: Apache-2.0
// The marks of a ticket's log, sorted into the rounds of its clocks. Pure; no calendar and no minutes are known here.
#pragma once

#include <optional>
#include <vector>

#include "domain/deadlines.h"

namespace lotse::domain {

// Time during which a clock runs. Only the last one of a round may be without end.
struct Run {
    Instant from{};
    std::optional<Instant> to;
};

// What one target is held against, from its beginning to what ends it. One that only pauses has not ended.
struct Round {
    std::vector<Run> runs;
    bool has_ended = false;
    QueueId queue = {};  // of a handover
    bool is_running() const { return !runs.empty() && !runs.back().to; }
};

struct ClockRounds {
    Round first_reply;
    std::vector<Round> next_reply;
    std::vector<Round> update;
    Round solution;
    std::vector<Round> handover;
    Priority priority = Priority::normal;
    Instant last_mark_at{};
    bool is_solved = false;  // now
};

// The law is told in deadlines.h. Marks begin with `opened`; of the handovers, who is of the team is asked.
ClockRounds read_rounds(std::vector<ClockMark> const& marks, std::span<HandoverTarget const> handovers);

}  // namespace lotse::domain
