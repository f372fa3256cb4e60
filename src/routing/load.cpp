// SPDX-License-Identifier: Apache-2.0
#include "routing/load.h"

#include <algorithm>

namespace lotse::routing {

void Load::add(Weight const& one) {
    ++tickets;
    units += one.units;
    if (one.channel) ++by_channel[static_cast<std::size_t>(*one.channel)];
}

void Load::remove(Weight const& one) {
    tickets = std::max(0, tickets - 1);
    units = std::max(0, units - one.units);
    if (!one.channel) return;
    auto& count = by_channel[static_cast<std::size_t>(*one.channel)];
    count = std::max(0, count - 1);
}

Load plain_load(int tickets) { return {tickets, tickets, {}}; }

bool has_room(domain::Agent const& agent, Load const& load, Weight const& weight) {
    if (agent.capacity - load.units < weight.units) return false;
    if (!weight.channel) return true;
    auto const at = static_cast<std::size_t>(*weight.channel);
    auto const& limit = agent.limits[at];
    return !limit || load.by_channel[at] < *limit;
}

bool can_hold(domain::Agent const& agent, Weight const& weight) { return has_room(agent, {}, weight); }

double relative_load(domain::Agent const& agent, Load const& load) {
    return agent.capacity > 0 ? static_cast<double>(load.units) / agent.capacity : 1.0;
}

}  // namespace lotse::routing
