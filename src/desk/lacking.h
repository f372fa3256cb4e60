// SPDX-License-Identifier: Apache-2.0
// What a team lacks for a ticket that waits: of those who are at work now, or of all it has. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "desk/setup.h"
#include "domain/pool.h"
#include "routing/requirement.h"

namespace lotse::desk {

// Stored by position: append only.
enum class Lack : std::uint8_t { people, skill, language, capacity };

struct Lacking {
    Lack lack = Lack::people;
    std::string what;  // the skill, the language (ISO 639-1), or the channel whose tickets are too large for anybody
    auto operator<=>(Lacking const&) const = default;
    bool operator==(Lacking const&) const = default;
};

// What the most of these people lack; nothing where one of them fits and could hold such a ticket with nothing else open.
std::optional<Lacking> lacking_of(std::span<domain::Agent const* const> people, routing::Requirement const& asked,
                                  domain::Channel channel);

// Whoever could ever be given tickets of this queue, at work or not: its people and those of all who help it, with a
// capacity above 0.
std::vector<domain::Agent const*> team_of(Setup const& setup, domain::QueueId queue);
// What the whole team lacks, also after every help and softening that the rules know has come.
std::optional<Lacking> lacking_at_all(Setup const& setup, std::span<domain::Agent const* const> team,
                                      domain::PooledTicket const& waiting);

}  // namespace lotse::desk
