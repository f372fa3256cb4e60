// SPDX-License-Identifier: Apache-2.0
// A target that was missed, and why, as a person says.
#pragma once

#include <string>
#include <vector>

#include "domain/clock_kind.h"
#include "domain/desk_setup.h"

namespace lotse::domain {

// The reasons that every desk begins with. A desk's own have numbers from kFirstOwnReason on; see BreachReasonWord.
enum class BreachReason : std::int32_t {
    none,  // nobody has said
    supplier,
    wrong_queue,
    no_capacity,
    customer_unclear,
    technical,
    other,  // the remark tells
};
inline constexpr int kFirstOwnReason = 20;

// As the API and the history name it: "supplier", "own-21".
std::string key_of(BreachReason reason);
// Nothing for what is no such key; whether the desk has it is for reasons_of() to say.
std::optional<BreachReason> reason_named(std::string_view key);

// What a desk has to choose from, and what it had: those of every desk where it has said nothing.
std::vector<BreachReasonWord> reasons_of(DeskSettings const& settings);
// Its word, or nothing: it never had that.
std::optional<BreachReasonWord> reason_of(DeskSettings const& settings, BreachReason reason);

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
