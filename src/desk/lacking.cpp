// SPDX-License-Identifier: Apache-2.0
#include "desk/lacking.h"

#include <algorithm>
#include <map>

#include "desk/kept_pool.h"

namespace lotse::desk {

std::optional<Lacking> lacking_of(std::span<domain::Agent const* const> people, routing::Requirement const& asked,
                                  domain::Channel channel) {
    if (people.empty()) return Lacking{};
    std::map<Lacking, int> votes;
    for (auto const* person : people) {
        auto const fit = routing::fit(*person, asked);
        bool const fits = !fit.obstacle;
        if (fits && routing::can_hold(*person, asked.weight)) return std::nullopt;
        if (fits) ++votes[{Lack::capacity, std::string(domain::name_of(channel))}];
        else if (*fit.obstacle == routing::Obstacle::skill) ++votes[{Lack::skill, fit.lacking_skill}];
        else ++votes[{Lack::language, asked.language}];
    }
    return std::ranges::max_element(votes, {}, [](auto const& vote) { return vote.second; })->first;
}

std::vector<domain::Agent const*> team_of(Setup const& setup, domain::QueueId queue) {
    auto const* rule = setup.routing.find(queue);
    std::vector<domain::Agent const*> out;
    for (auto const& agent : setup.agents) {
        bool const helps = rule != nullptr && std::ranges::any_of(rule->overflow, [&](auto const& step) {
                               return routing::works_for(agent, step.queue);
                           });
        if (agent.capacity > 0 && (helps || routing::works_for(agent, queue))) out.push_back(&agent);
    }
    return out;
}

std::optional<Lacking> lacking_at_all(Setup const& setup, std::span<domain::Agent const* const> team,
                                      domain::PooledTicket const& waiting) {
    constexpr auto kLongAfter = std::chrono::years{1};  // the longest step is 30 days
    return lacking_of(team, requirement_of(setup, waiting, waiting.opened_at + kLongAfter), waiting.channel);
}

}  // namespace lotse::desk
