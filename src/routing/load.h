// SPDX-License-Identifier: Apache-2.0
// How much somebody has open, in the units of their capacity, and whether one more fits. Pure.
#pragma once

#include <array>
#include <optional>

#include "domain/people.h"

namespace lotse::routing {

// What one ticket takes of whoever owns it.
struct Weight {
    int units = 1;                            // at least 1
    std::optional<domain::Channel> channel = {};  // where a limit for its channel may matter; nothing: it does not
    auto operator<=>(Weight const&) const = default;
    bool operator==(Weight const&) const = default;
};

// Tickets owned, status new or open; waiting ones do not count.
struct Load {
    int tickets = 0;
    int units = 0;
    std::array<int, domain::kChannels> by_channel = {};  // tickets

    void add(Weight const& one);
    void remove(Weight const& one);  // never below nothing
    bool operator==(Load const&) const = default;
};

// So many tickets of a unit each.
Load plain_load(int tickets);

// Whether one more fits into the capacity and below the person's own limit for its channel. Who has no capacity has no room.
bool has_room(domain::Agent const& agent, Load const& load, Weight const& weight);
// Whether they could ever hold one of these, with nothing else open.
bool can_hold(domain::Agent const& agent, Weight const& weight);
// Units over capacity; 1 for who has none.
double relative_load(domain::Agent const& agent, Load const& load);

}  // namespace lotse::routing
