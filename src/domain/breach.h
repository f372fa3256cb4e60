// SPDX-License-Identifier: Apache-2.0
// A target that was missed, and why, as a person says.
#pragma once

#include <string>

#include "domain/clock_kind.h"

namespace lotse::domain {

enum class BreachReason : std::uint8_t {
    none,  // nobody has said
    supplier,
    wrong_queue,
    no_capacity,
    customer_unclear,
    technical,
    other,  // the remark tells
};

template <>
struct EnumNames<BreachReason> {
    static constexpr std::array<std::string_view, 7> all{
        "none", "supplier", "wrong_queue", "no_capacity", "customer_unclear", "technical", "other"};
};

struct Breach {
    TicketId ticket;
    ClockKind clock = ClockKind::first_reply;
    Instant due_at{};
    BreachReason reason = BreachReason::none;
    std::string remark;
    AgentId agent;  // who said so; none if 0
    std::optional<Instant> explained_at;
};

}  // namespace lotse::domain
