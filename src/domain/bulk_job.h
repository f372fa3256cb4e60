// SPDX-License-Identifier: Apache-2.0
// One change of many tickets, done piece by piece.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/json.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

// label_undo: labels of triage, or of one person, go back (desk/undo_labels.h).
enum class BulkKind : std::uint8_t { bulk, reversal, label_undo };
// skipped: there was nothing to change.
enum class BulkState : std::uint8_t { waiting, done, skipped, failed };

template <>
struct EnumNames<BulkKind> {
    static constexpr std::array<std::string_view, 3> all{"bulk", "reversal", "label_undo"};
};
template <>
struct EnumNames<BulkState> {
    static constexpr std::array<std::string_view, 4> all{"waiting", "done", "skipped", "failed"};
};

struct BulkJob {
    JobId id;
    BulkKind kind = BulkKind::bulk;
    AgentId agent;          // in whose name; none for a program
    std::string principal;  // "session:3"
    JsonObject changes;     // as callers write a change of a ticket; of label_undo: which labels
    std::int64_t total = 0;
    std::int64_t done = 0;    // tickets that were looked at, whatever came of it
    std::int64_t failed = 0;  // of these
    bool is_waiting = true;   // until the last ticket was looked at
    Instant created_at{};
    std::optional<Instant> finished_at;
    JobId reverses;     // of a reversal
    JobId reversed_by;  // none if 0
};

struct BulkItem {
    std::int64_t position = 0;  // from 1
    TicketId ticket;
    BulkState state = BulkState::waiting;
    EventId event;        // what was done
    std::string code;     // why not
    std::string message;
};

}  // namespace lotse::domain
