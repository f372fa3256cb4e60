// SPDX-License-Identifier: Apache-2.0
// How tickets stand to each other.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"
#include "domain/ticket.h"
#include "domain/timer.h"

namespace lotse::domain {

// What the other ticket is to this one. Seen from there: related, duplicated_by, duplicate, child, parent.
enum class LinkKind : std::uint8_t { related, duplicate, duplicated_by, parent, child };

template <>
struct EnumNames<LinkKind> {
    static constexpr std::array<std::string_view, 5> all{"related", "duplicate", "duplicated_by", "parent", "child"};
};

constexpr LinkKind seen_from_there(LinkKind kind) {
    switch (kind) {
        case LinkKind::related: return LinkKind::related;
        case LinkKind::duplicate: return LinkKind::duplicated_by;
        case LinkKind::duplicated_by: return LinkKind::duplicate;
        case LinkKind::parent: return LinkKind::child;
        case LinkKind::child: return LinkKind::parent;
    }
    return kind;
}

struct Link {
    TicketId other;
    LinkKind kind = LinkKind::related;
};

// A merge that stands, with what it takes to undo it.
struct Merge {
    TicketId source;
    TicketId target;
    AgentId agent;  // who merged; none for a program
    Instant at{};
    Status status = Status::fresh;  // of the source before
    std::optional<Instant> solved_at;
    std::optional<Instant> closed_at;
    std::optional<Instant> first_reply_due_at;
    std::optional<Instant> solution_due_at;
    std::optional<Instant> next_reply_due_at = {};
    std::optional<Instant> update_due_at = {};
    std::optional<Instant> handover_due_at = {};
    std::vector<Timer> timers;
    std::vector<ArticleId> articles;  // those that moved
};

}  // namespace lotse::domain
