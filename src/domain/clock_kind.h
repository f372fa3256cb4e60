// SPDX-License-Identifier: Apache-2.0
// The clocks of a ticket: what is promised to the customer, and what teams owe each other.
#pragma once

#include "domain/enums.h"
#include "domain/timer.h"

namespace lotse::domain {

enum class ClockKind : std::uint8_t { first_reply, next_reply, update, solution, handover };
inline constexpr std::array kClockKinds{ClockKind::first_reply, ClockKind::next_reply, ClockKind::update,
                                        ClockKind::solution, ClockKind::handover};

template <>
struct EnumNames<ClockKind> {
    static constexpr std::array<std::string_view, 5> all{"first_reply", "next_reply", "update", "solution", "handover"};
};

constexpr TimerKind warning_of(ClockKind kind) {
    constexpr std::array kTimers{TimerKind::first_reply_warning, TimerKind::next_reply_warning,
                                 TimerKind::update_warning, TimerKind::solution_warning, TimerKind::handover_warning};
    return kTimers[static_cast<std::size_t>(kind)];
}
constexpr TimerKind breach_of(ClockKind kind) {
    constexpr std::array kTimers{TimerKind::first_reply_breach, TimerKind::next_reply_breach, TimerKind::update_breach,
                                 TimerKind::solution_breach, TimerKind::handover_breach};
    return kTimers[static_cast<std::size_t>(kind)];
}
constexpr TimerKind rung_of(ClockKind kind) {
    constexpr std::array kTimers{TimerKind::first_reply_rung, TimerKind::next_reply_rung, TimerKind::update_rung,
                                 TimerKind::solution_rung, TimerKind::handover_rung};
    return kTimers[static_cast<std::size_t>(kind)];
}

}  // namespace lotse::domain
