// SPDX-License-Identifier: Apache-2.0
#include "routing/place.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>

#include "base/text.h"
#include "domain/language_name.h"
#include "routing/sentences.h"

namespace lotse::routing {
namespace {

using domain::Queue;

constexpr std::size_t kShownFits = 3;
constexpr std::size_t kShownOthers = 5;

struct Rejected {
    Candidate const* candidate;
    Obstacle obstacle;
    std::string_view lacking_skill;
};

Queue const* choose_queue(RoutingFacts const& facts, domain::Because& because);
Demand demand_of(RoutingFacts const& facts, Queue const& queue);
bool works_for(domain::Agent const& agent, domain::QueueId queue);
std::optional<Rejected> obstacle_for(Candidate const& candidate, Demand const& demand);
// An agent without capacity counts as full.
double relative_load(Candidate const& candidate) {
    return candidate.agent.capacity > 0 ? double(candidate.open_tickets) / candidate.agent.capacity : 1.0;
}
void choose_agent(std::vector<Candidate const*>& fits, std::vector<Rejected>& rejected, Demand const& demand,
                  Placement& placement);

}  // namespace

Placement place(RoutingFacts const& facts) {
    Placement out;
    Queue const* const queue = choose_queue(facts, out.queue_because);
    if (!queue) {
        out.agent_because = because_nobody({}, {});
        return out;
    }
    out.queue = queue->id;
    Demand const demand = demand_of(facts, *queue);

    std::vector<Candidate const*> fits;
    std::vector<Rejected> rejected;
    for (auto const& candidate : facts.candidates) {
        if (!works_for(candidate.agent, queue->id)) continue;
        if (facts.current_agent && candidate.agent.id == facts.current_agent && candidate.agent.is_available) {
            out.agent = candidate.agent.id;
            out.agent_because = because_kept(candidate.agent);
            out.considered = {{candidate.agent.id, relative_load(candidate), "chosen"}};
            return out;
        }
        if (auto const found = obstacle_for(candidate, demand)) {
            rejected.push_back(*found);
        } else {
            fits.push_back(&candidate);
        }
    }
    choose_agent(fits, rejected, demand, out);
    return out;
}

namespace {

Queue const* find_queue(RoutingFacts const& facts, domain::QueueId id) {
    auto const found = std::ranges::find(facts.queues, id, &Queue::id);
    return found == facts.queues.end() ? nullptr : &*found;
}

Queue const* choose_queue(RoutingFacts const& facts, domain::Because& because) {
    if (facts.queue_is_fixed) {
        if (auto const* queue = find_queue(facts, facts.current_queue)) {
            because = because_queue(QueueBy::person, queue->name);
            return queue;
        }
    }
    if (facts.category) {
        if (auto const* queue = find_queue(facts, facts.category->queue)) {
            because = because_queue(QueueBy::category, queue->name, facts.category->name);
            because.unproven = facts.category_is_unproven;
            return queue;
        }
    }
    if (auto const* queue = find_queue(facts, facts.organization_queue)) {
        because = because_queue(QueueBy::organization, queue->name);
        return queue;
    }
    if (auto const* queue = find_queue(facts, facts.address_queue)) {
        because = because_queue(QueueBy::address, queue->name, queue->address);
        return queue;
    }
    auto const first = std::ranges::min_element(facts.queues, {}, &Queue::id);
    if (first == facts.queues.end()) {
        because = because_queue(QueueBy::nothing, {});
        return nullptr;
    }
    because = because_queue(QueueBy::first, first->name);
    return &*first;
}

// Skill names are compared without regard to ASCII case: "VPN" in a queue is "vpn" of an agent.
Demand demand_of(RoutingFacts const& facts, Queue const& queue) {
    Demand out{queue.name, {}, facts.language};
    auto const add = [&](std::vector<std::string> const& wanted) {
        for (auto const& skill : wanted)
            if (std::ranges::none_of(out.skills, [&](auto const& s) { return equals_ignoring_case(s, skill); }))
                out.skills.push_back(skill);
    };
    add(queue.skills);
    if (facts.category) add(facts.category->skills);
    return out;
}

bool works_for(domain::Agent const& agent, domain::QueueId queue) {
    using domain::Role;
    bool const can_own = agent.role == Role::admin || agent.role == Role::lead || agent.role == Role::agent;
    return can_own && !agent.is_disabled && std::ranges::find(agent.queues, queue) != agent.queues.end();
}

std::optional<Rejected> obstacle_for(Candidate const& candidate, Demand const& demand) {
    auto const& agent = candidate.agent;
    for (auto const& wanted : demand.skills)
        if (std::ranges::none_of(agent.skills, [&](auto const& s) { return equals_ignoring_case(s.name, wanted); }))
            return Rejected{&candidate, Obstacle::skill, wanted};
    if (!demand.language.empty() && std::ranges::none_of(agent.languages, [&](auto const& spoken) {
            return domain::is_same_language(spoken, demand.language);
        }))
        return Rejected{&candidate, Obstacle::language, {}};
    if (!agent.is_available) return Rejected{&candidate, Obstacle::absent, {}};
    if (candidate.open_tickets >= agent.capacity) return Rejected{&candidate, Obstacle::full, {}};
    return std::nullopt;
}

// Compares a.open / a.capacity without rounding; only for those who fit, so capacity is above 0.
std::strong_ordering compare_load(Candidate const* a, Candidate const* b) {
    return std::int64_t{a->open_tickets} * b->agent.capacity <=> std::int64_t{b->open_tickets} * a->agent.capacity;
}

std::strong_ordering compare_idle(Candidate const* a, Candidate const* b) {
    auto const last = [](Candidate const* c) { return c->agent.last_assigned_at.value_or(Instant::min()); };
    return last(a) <=> last(b);
}

bool is_better(Candidate const* a, Candidate const* b) {
    if (auto const load = compare_load(a, b); load != 0) return load < 0;
    if (auto const idle = compare_idle(a, b); idle != 0) return idle < 0;
    return a->agent.id < b->agent.id;
}

Edge edge_of(std::span<Candidate const* const> best) {
    if (best.size() < 2) return Edge::only_one;
    if (compare_load(best[0], best[1]) != 0) return Edge::lowest_load;
    return compare_idle(best[0], best[1]) != 0 ? Edge::longest_idle : Edge::lowest_id;
}

std::string_view verdict_beside(Candidate const* chosen, Candidate const* other) {
    if (compare_load(chosen, other) != 0) return "busier";
    return compare_idle(chosen, other) != 0 ? "assigned later" : "equal, higher number";
}

Tally tally_of(std::vector<Rejected> const& rejected) {
    Tally out;
    out.members = static_cast<int>(rejected.size());
    for (auto const& one : rejected) ++out.blocked[static_cast<std::size_t>(one.obstacle)];
    if (rejected.size() == 1) out.only_member = &rejected.front().candidate->agent;
    return out;
}

// Orders only what is shown, so the cost stays linear in the agents.
void choose_agent(std::vector<Candidate const*>& fits, std::vector<Rejected>& rejected, Demand const& demand,
                  Placement& placement) {
    auto const shown_fits = std::min(fits.size(), kShownFits);
    std::partial_sort(fits.begin(), fits.begin() + static_cast<std::ptrdiff_t>(shown_fits), fits.end(), is_better);
    std::span const best{fits.data(), shown_fits};
    if (best.empty()) {
        placement.agent_because = because_nobody(tally_of(rejected), demand);
    } else {
        placement.agent = best[0]->agent.id;
        placement.agent_because = because_chosen(best[0]->agent, best[0]->open_tickets, edge_of(best), demand);
    }
    for (auto const* one : best)
        placement.considered.push_back({one->agent.id, relative_load(*one),
                                        std::string(one == best[0] ? "chosen" : verdict_beside(best[0], one))});

    auto const shown_others = static_cast<std::ptrdiff_t>(std::min(rejected.size(), kShownOthers));
    std::partial_sort(rejected.begin(), rejected.begin() + shown_others, rejected.end(),
                      [](auto const& a, auto const& b) { return a.candidate->agent.id < b.candidate->agent.id; });
    for (auto const& one : std::span{rejected}.first(static_cast<std::size_t>(shown_others)))
        placement.considered.push_back({one.candidate->agent.id, relative_load(*one.candidate),
                                        verdict_for(one.obstacle, demand, one.lacking_skill)});
}

}  // namespace
}  // namespace lotse::routing
