// SPDX-License-Identifier: Apache-2.0
// What triage said of one field of one ticket, kept beside what a person decided: the ledger from which rights are earned.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

// hidden: nobody saw it before deciding, so the decision is blind and counts as evidence; suggested: it stood beside the
// field, and agreeing proves little; acted: it was set.
enum class Shown : std::uint8_t { hidden, suggested, acted };
// unknown: nobody ever decided, or another prediction replaced this one before.
enum class Outcome : std::uint8_t { open, right, wrong, unknown };

template <>
struct EnumNames<Shown> {
    static constexpr std::array<std::string_view, 3> all{"hidden", "suggested", "acted"};
};
template <>
struct EnumNames<Outcome> {
    static constexpr std::array<std::string_view, 4> all{"open", "right", "wrong", "unknown"};
};

struct Prediction {
    PredictionId id;
    TicketId ticket;
    EventId event;  // that brought the words
    std::string field;  // "category", ...
    std::string value;
    double score = 0;  // confidence, 0..1
    std::vector<std::string> among;  // the first three values, this one included
    std::string model;  // what was fitted; "keywords" before there is history
    Shown shown = Shown::hidden;
    bool is_audit = false;  // hidden by the draw although it would have been shown or acted on
    Instant made_at{};
    std::string decided;  // what a person chose; "" nobody yet
    AgentId decided_by;  // none: a program, or nobody yet
    std::optional<Instant> decided_at;
    std::optional<Instant> settled_at;
    Outcome outcome = Outcome::open;
};

// How a field may earn rights.
struct GateField {
    std::string field;
    std::int64_t version = 1;
    double precision = 0.95;  // wanted of what acts alone, 0.5..0.999
    double delta = 0.05;  // chance of granting wrongly, 0.001..0.2
    double audit_share = 0.10;  // of the tickets is decided blind, 0.03..1
    // Acts from the start, marked unproven; audited all the same. Never for what a customer sees or what cannot be undone.
    bool trusts_before_proof = true;
    bool is_stopped = false;  // acts on nothing
};

}  // namespace lotse::domain
