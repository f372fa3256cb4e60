// SPDX-License-Identifier: Apache-2.0
// What open tickets take of a person's capacity, and what a person takes at most, by the channel that tickets come by.
#pragma once

#include <array>
#include <optional>

#include "domain/enums.h"

namespace lotse::domain {

inline constexpr std::size_t kChannels = EnumNames<Channel>::all.size();

// Open tickets of one channel at once, at most; nothing: no limit of its own.
using ChannelLimits = std::array<std::optional<int>, kChannels>;

// How many units of somebody's capacity an open ticket takes, by the channel it came by.
struct ChannelUnits {
    std::array<int, kChannels> units;
    ChannelUnits() { units.fill(1); }
    int of(Channel channel) const { return units[static_cast<std::size_t>(channel)]; }
    bool operator==(ChannelUnits const&) const = default;
};
inline constexpr int kMostUnits = 100;  // of one ticket

}  // namespace lotse::domain
