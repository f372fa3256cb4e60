// SPDX-License-Identifier: Apache-2.0
// What a team keeps beside a ticket: who was called by name, what is left to do, how long it took.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/ids.h"

namespace lotse::domain {

using MentionId = Id<struct MentionTag>;
using ChecklistItemId = Id<struct ChecklistItemTag>;
using TimeEntryId = Id<struct TimeEntryTag>;

struct Mention {
    MentionId id;
    AgentId agent;  // who was called
    TicketId ticket;
    ArticleId article;  // the note
    AgentId by;         // who called; none if 0
    Instant at{};
    std::optional<Instant> read_at;
    bool operator==(Mention const&) const = default;
};

struct ChecklistItem {
    ChecklistItemId id;
    TicketId ticket;
    std::int64_t position = 0;  // of the list, smallest first
    std::string text;
    std::optional<Instant> done_at;
    AgentId done_by;
    Instant created_at{};
    bool operator==(ChecklistItem const&) const = default;
};

struct TimeEntry {
    TimeEntryId id;
    TicketId ticket;
    std::int64_t minutes = 0;
    std::string activity;
    std::string note;
    AgentId agent;
    Instant at{};
    bool operator==(TimeEntry const&) const = default;
};

}  // namespace lotse::domain
