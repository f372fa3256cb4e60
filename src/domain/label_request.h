// SPDX-License-Identifier: Apache-2.0
// A ticket that asks a person for labels, and what a person answered.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

// blind: what triage said is kept back, so the answer is evidence. unsure: triage wavers between two values. silent: it
// would not say. second: decided blind before, by somebody else; nobody is told which those are.
enum class AskKind : std::uint8_t { blind, unsure, silent, second };

template <>
struct EnumNames<AskKind> {
    static constexpr std::array<std::string_view, 4> all{"blind", "unsure", "silent", "second"};
};

// A short claim, so that two people do not read the same ticket. Whoever comes after it has ended makes a new one.
struct LabelClaim {
    std::int64_t number = 0;  // counts up with each claim of the ticket
    std::string by;  // principal; "" nobody
    AgentId agent;
    Instant at{};  // of the claim, or of the last decision under it
    Instant until{};
};

struct LabelRequest {
    static constexpr double kMostValue = 3;

    TicketId ticket;
    AskKind kind = AskKind::unsure;
    double value = 0;  // of a decision, 0..3, see desk/ask_for_labels.h
    bool is_skipped = false;  // comes after all others
    Instant asked_at{};
    std::vector<std::string> fields;  // still to be decided
    AgentId not_agent;  // of a second look: who made the first
    LabelClaim claim;
};

struct LabelDecision {
    LabelDecisionId id;
    TicketId ticket;
    EventId event;  // the step of the ticket; none for a second look
    AgentId agent;
    std::string principal;
    Instant at{};
    Duration took{};
    AskKind kind = AskKind::unsure;
    bool is_taken_back = false;
    std::string field;
    std::string value;
    AgentId first_by;  // of a second look
    std::string first_value;
};

}  // namespace lotse::domain
