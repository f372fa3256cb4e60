// SPDX-License-Identifier: Apache-2.0
// By when a ticket's clocks end, as they stand in its row. A clock without a time does not run.
#pragma once

#include <optional>

#include "domain/clock_kind.h"
#include "domain/ticket.h"

namespace lotse::domain {

constexpr std::optional<Instant> due_of(Ticket const& ticket, ClockKind clock) {
    switch (clock) {
        case ClockKind::first_reply: return ticket.first_reply_due_at;
        case ClockKind::next_reply: return ticket.next_reply_due_at;
        case ClockKind::update: return ticket.update_due_at;
        case ClockKind::solution: return ticket.solution_due_at;
        case ClockKind::handover: break;
    }
    return ticket.handover_due_at;
}

struct ClockDue {
    ClockKind clock = ClockKind::first_reply;
    Instant at{};
};
// Of all clocks that run the one that ends first, or ended first; a wished time is none.
constexpr std::optional<ClockDue> first_due(Ticket const& ticket) {
    std::optional<ClockDue> out;
    for (auto const clock : kClockKinds) {
        auto const due = due_of(ticket, clock);
        if (due && (!out || *due < out->at)) out = ClockDue{clock, *due};
    }
    return out;
}

}  // namespace lotse::domain
