// SPDX-License-Identifier: Apache-2.0
// A due instant of a ticket. Timers are computed anew at every settle, never patched.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "domain/ids.h"

namespace lotse::domain {

enum class TimerKind : std::uint8_t {
    first_reply_warning,
    first_reply_breach,
    solution_warning,
    solution_breach,
    close,  // solved long enough
    reply_promise,  // the time that a customer was told for the first reply is near
    solution_promise,
    next_reply_warning,
    next_reply_breach,
    update_warning,
    update_breach,
    handover_warning,
    handover_breach,
    first_reply_rung,  // a share of a target's time is used, and a chain wants to say so
    next_reply_rung,
    update_rung,
    solution_rung,
    handover_rung,
};

struct Timer {
    TicketId ticket;
    TimerKind kind = TimerKind::close;
    Instant due_at{};
    // Of a rung: which share, and of which round of the clock by which target ("<start>/<minutes>"); each fires once.
    int percent = 0;
    std::string round = {};
    bool operator==(Timer const&) const = default;
};

inline constexpr std::array<std::string_view, 18> kTimerNames{
    "first_reply_warning", "first_reply_breach", "solution_warning",   "solution_breach",   "close",
    "reply_promise",       "solution_promise",   "next_reply_warning", "next_reply_breach", "update_warning",
    "update_breach",       "handover_warning",   "handover_breach",    "first_reply_rung",  "next_reply_rung",
    "update_rung",         "solution_rung",      "handover_rung"};
constexpr std::string_view name_of(TimerKind kind) { return kTimerNames[static_cast<std::size_t>(kind)]; }

}  // namespace lotse::domain
