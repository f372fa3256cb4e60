// SPDX-License-Identifier: Apache-2.0
// What a ticket asks of whoever takes it, and how well an agent answers. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/desk_setup.h"
#include "domain/enums.h"
#include "domain/people.h"
#include "routing/load.h"

namespace lotse::routing {

// Tickets that ask for the same stand in one bucket of the pool.
struct Requirement {
    domain::QueueId queue;
    std::vector<std::string> skills;     // every one of them; lower case, ascending, each once
    std::vector<std::string> preferred;  // whoever has them works faster; likewise, none of `skills`
    std::string language;                // "" unknown: anybody
    bool language_is_required = true;    // false: whoever does not speak it works with a translation, more slowly
    domain::Priority priority = domain::Priority::normal;
    std::vector<domain::QueueId> helpers = {};  // whose people may take it as well, after it has waited long; ascending
    domain::CategoryId category = {};  // what kind it is, for who is used to it; asks for nothing
    Weight weight = {};  // of each such ticket
    auto operator<=>(Requirement const&) const = default;
    bool operator==(Requirement const&) const = default;
};

// Of the queue and the category, in the order the buckets compare.
Requirement requirement_of(domain::Queue const& queue, domain::Category const* category, std::string_view language,
                           domain::Priority priority);

// Why somebody cannot take a ticket, in the order in which it is tested. `absent`, `full` and `restricted` (takes only what is
// more urgent now) pass, the others stay.
enum class Obstacle : std::uint8_t { queue, skill, language, absent, full, restricted };

struct Fit {
    std::optional<Obstacle> obstacle;  // of queue, skill and language
    std::string lacking_skill;  // where the obstacle is a skill
    double speed = 1;  // tickets of this kind in the time of one: 0.4..1.6; 1 is level 3 of the skill
    bool speaks_language = true;
};

// By role, queues (or one of the helpers), skills with their levels, and languages; not by availability and load.
Fit fit(domain::Agent const& agent, Requirement const& requirement);

// Whether somebody's tickets may come from this queue: enabled, of a role that owns tickets, a member.
bool works_for(domain::Agent const& agent, domain::QueueId queue);

}  // namespace lotse::routing
