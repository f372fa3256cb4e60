// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "insight/dispatch.h"

namespace lotse::insight {

PushDispatch::PushDispatch(Scenario const& scenario, bool works_by_due)
    : scenario_(scenario), works_by_due_(works_by_due) {
    domain::Queue queue;
    if (!scenario.requirements.empty()) queue.id = scenario.requirements.front().queue;
    facts_.queues = {queue};
    for (auto const& requirement : scenario.requirements) {
        domain::Category category;
        category.skills = requirement.skills;
        categories_.push_back(std::move(category));
    }
    for (auto const& one : scenario.agents) {
        facts_.candidates.push_back({one.agent});
        facts_.candidates.back().agent.is_available = false;
        auto& speeds = speeds_.emplace_back();
        for (auto const& requirement : scenario.requirements) {
            auto const said = routing::fit(one.agent, requirement);
            speeds.push_back(said.obstacle ? 0 : said.speed);
        }
    }
    own_.resize(scenario.agents.size());
    unplaced_.resize(scenario.requirements.size());
}

PushDispatch::Rank PushDispatch::rank(std::size_t ticket) const {
    auto const& one = scenario_.tickets[ticket];
    if (works_by_due_) return {0, one.opened_at + one.target, ticket};
    return {-static_cast<int>(scenario_.requirements[one.requirement].priority), one.opened_at, ticket};
}

routing::Weight PushDispatch::weight_of(std::size_t ticket) const {
    return scenario_.requirements[scenario_.tickets[ticket].requirement].weight;
}

void PushDispatch::arrived(Floor& floor, std::size_t ticket) {
    if (!try_to_place(floor, ticket)) unplaced_[scenario_.tickets[ticket].requirement].insert(rank(ticket));
}

void PushDispatch::came(Floor& floor, std::size_t agent) {
    facts_.candidates[agent].agent.is_available = true;
    place_waiting(floor, agent);
    go_on(floor, agent);
}

void PushDispatch::left(Floor&, std::size_t agent) { facts_.candidates[agent].agent.is_available = false; }

void PushDispatch::finished(Floor& floor, std::size_t agent, std::size_t ticket) {
    facts_.candidates[agent].load.remove(weight_of(ticket));
    if (!floor.is_at_work(agent)) return;
    place_waiting(floor, agent);
    go_on(floor, agent);
}

bool PushDispatch::try_to_place(Floor& floor, std::size_t ticket) {
    auto const requirement = scenario_.tickets[ticket].requirement;
    facts_.category = &categories_[requirement];
    facts_.language = scenario_.requirements[requirement].language;
    facts_.weight = scenario_.requirements[requirement].weight;
    auto const place = routing::place(facts_);
    if (!place.agent) return false;
    auto const found =
        std::ranges::find(facts_.candidates, place.agent, [](auto const& candidate) { return candidate.agent.id; });
    auto const agent = static_cast<std::size_t>(found - facts_.candidates.begin());
    found->load.add(facts_.weight);
    found->agent.last_assigned_at = floor.now();
    own_[agent].insert(rank(ticket));
    go_on(floor, agent);
    return true;
}

// Somebody has room: what nobody had room for before gets its owner now, the most pressing first, and what is too heavy for the
// room there is lets lighter ones pass.
void PushDispatch::place_waiting(Floor& floor, std::size_t agent) {
    auto const& candidate = facts_.candidates[agent];
    std::vector<bool> is_refused(unplaced_.size());
    for (;;) {
        std::size_t best = unplaced_.size();
        for (std::size_t i = 0; i < unplaced_.size(); ++i) {
            if (unplaced_[i].empty() || speeds_[agent][i] <= 0 || is_refused[i]) continue;
            if (!routing::has_room(candidate.agent, candidate.load, scenario_.requirements[i].weight)) continue;
            if (best == unplaced_.size() || *unplaced_[i].begin() < *unplaced_[best].begin()) best = i;
        }
        if (best == unplaced_.size()) return;
        auto const first = *unplaced_[best].begin();
        if (try_to_place(floor, first.ticket)) unplaced_[best].erase(first);
        else is_refused[best] = true;
    }
}

void PushDispatch::go_on(Floor& floor, std::size_t agent) {
    if (!floor.is_at_work(agent) || !floor.is_idle(agent) || own_[agent].empty()) return;
    auto const ticket = own_[agent].begin()->ticket;
    own_[agent].erase(own_[agent].begin());
    floor.begin(agent, ticket, speeds_[agent][scenario_.tickets[ticket].requirement]);
}

}  // namespace lotse::insight
