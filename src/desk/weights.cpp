// SPDX-License-Identifier: Apache-2.0
#include "desk/weights.h"

#include <algorithm>

namespace lotse::desk {
namespace {

domain::Channel channel_at(std::size_t at) { return static_cast<domain::Channel>(at); }

}  // namespace

routing::Weight weight_of(Setup const& setup, domain::Channel channel) {
    routing::Weight out{setup.routing.units.of(channel), {}};
    if (setup.has_limits[static_cast<std::size_t>(channel)]) out.channel = channel;
    return out;
}

routing::Load load_of(Setup const& setup, store::OpenWork const& open) {
    routing::Load out;
    for (std::size_t i = 0; i < domain::kChannels; ++i) {
        int const count = std::max(0, open.by_channel[i]);
        out.tickets += count;
        out.units += count * setup.routing.units.units[i];
        out.by_channel[i] = count;
    }
    return out;
}

bool has_any_room(Setup const& setup, domain::Agent const& agent, routing::Load const& load) {
    for (std::size_t i = 0; i < domain::kChannels; ++i)
        if (routing::has_room(agent, load, weight_of(setup, channel_at(i)))) return true;
    return false;
}

bool weighs(Setup const& setup) {
    return setup.routing.units != domain::ChannelUnits{} || std::ranges::count(setup.has_limits, true) > 0;
}

}  // namespace lotse::desk
