// SPDX-License-Identifier: Apache-2.0
#include "routing/place.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>

#include "base/text.h"
#include "domain/language_name.h"
#include "routing/requirement.h"
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
std::optional<Rejected> obstacle_for(Candidate const& candidate, Demand const& demand);
void choose_agent(std::vector<Candidate const*>& fits, std::vector<Rejected>& rejected, Demand const& demand,
                  Placement& placement);
void leave_in_pool(std::vector<Candidate const*>& fits, std::vector<Rejected>& rejected, Demand const& demand,
                   Placement& placement);
Candidate const* sticky_of(RoutingFacts const& facts, domain::QueueId queue, std::vector<Candidate const*> const& fits);
void choose_known(Candidate const& known, bool by_thread, std::vector<Candidate const*>& fits,
                  std::vector<Rejected>& rejected, Demand const& demand, Placement& placement);

}  // namespace

namespace {
constexpr std::array<std::string_view, 14> kVerdicts{
    "chosen",      "could_take", "busier", "assigned_later", "equal",    "at_work", "no_skill",
    "no_language", "absent",     "full",   "off_shift",      "on_break", "silent",  "restricted"};

Hindrance hindrance_of(domain::Duty const& duty) {
    using domain::OffBy;
    switch (duty.off) {
        case OffBy::shift: return {Verdict::off_shift, "not on shift", {}, duty.until};
        case OffBy::pause: return {Verdict::on_break, "on a break", {}, duty.until};
        case OffBy::silence: return {Verdict::silent, "not seen for a while", {}, duty.until};
        default: return {Verdict::absent, "absent", {}, duty.until};
    }
}

// The owner of another team, who took it when it had waited for long.
bool helps(Candidate const& candidate, RoutingFacts const& facts, domain::QueueId queue) {
    return facts.current_agent && candidate.agent.id == facts.current_agent &&
           std::ranges::find(facts.owner_helps_in, queue) != facts.owner_helps_in.end();
}

// A short time away takes no ticket from anybody, and a longer one none that is begun and not needed before.
bool keeps(Candidate const& owner, RoutingFacts const& facts) {
    using domain::OffBy;
    if (owner.agent.is_available) return true;
    auto const& duty = owner.duty;
    if (duty.off == OffBy::pause || duty.off == OffBy::silence) return true;
    bool const is_planned = duty.off == OffBy::shift || duty.off == OffBy::absence;
    return is_planned && facts.is_begun && duty.until && (!facts.needed_by || *facts.needed_by >= *duty.until);
}
}  // namespace

std::optional<Hindrance> find_hindrance(Candidate const& candidate, domain::Priority priority) {
    if (!candidate.agent.is_available) return hindrance_of(candidate.duty);
    return find_hindrance(candidate.duty, priority);
}

std::optional<Hindrance> find_hindrance(domain::Duty const& duty, domain::Priority priority) {
    if (!duty.is_at_work()) return hindrance_of(duty);
    if (duty.takes(priority)) return std::nullopt;
    auto const restriction = duty.restriction;
    std::string words = restriction == domain::Restriction::nothing_new   ? "takes nothing new now"
                        : restriction == domain::Restriction::only_urgent ? "takes only urgent tickets now"
                                                                          : "takes only high and urgent tickets now";
    return Hindrance{Verdict::restricted, std::move(words), std::string(domain::name_of(restriction)),
                     duty.restricted_until};
}

std::string_view name_of(Verdict verdict) { return kVerdicts[static_cast<std::size_t>(verdict)]; }

Verdict find_verdict(std::string_view name, std::string_view words) {
    auto const found = std::ranges::find(kVerdicts, name);
    if (found != kVerdicts.end()) return static_cast<Verdict>(found - kVerdicts.begin());
    if (words == "assigned later") return Verdict::assigned_later;
    if (words.starts_with("equal")) return Verdict::equal;
    if (words.starts_with("no '")) return Verdict::no_skill;
    if (words.starts_with("no ")) return Verdict::no_language;
    for (auto const verdict : {Verdict::chosen, Verdict::busier, Verdict::full})
        if (words == name_of(verdict)) return verdict;
    return Verdict::absent;
}

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
        if (candidate.is_blocked || !(works_for(candidate.agent, queue->id) || helps(candidate, facts, queue->id)))
            continue;
        bool const is_owner = facts.current_agent && candidate.agent.id == facts.current_agent;
        if (is_owner && keeps(candidate, facts)) {
            out.agent = candidate.agent.id;
            out.agent_because = because_kept(candidate.agent);
            out.considered = {
                {candidate.agent.id, relative_load(candidate.agent, candidate.load), "chosen", Verdict::chosen}};
            return out;
        }
        if (auto const found = obstacle_for(candidate, demand)) {
            rejected.push_back(*found);
        } else {
            fits.push_back(&candidate);
        }
    }
    if (queue->assignment == domain::Assignment::pull) {
        leave_in_pool(fits, rejected, demand, out);
    } else if (auto const* known = sticky_of(facts, queue->id, fits)) {
        choose_known(*known, facts.is_sticky_by_thread, fits, rejected, demand, out);
    } else {
        choose_agent(fits, rejected, demand, out);
    }
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
    Demand out{queue.name, {}, facts.language, queue.language_is_required, facts.priority, facts.weight};
    auto const add = [&](std::vector<std::string> const& wanted) {
        for (auto const& skill : wanted)
            if (std::ranges::none_of(out.skills, [&](auto const& s) { return equals_ignoring_case(s, skill); }))
                out.skills.push_back(skill);
    };
    add(queue.skills);
    if (facts.category) add(facts.category->skills);
    return out;
}

// Of a language that is known.
bool speaks(domain::Agent const& agent, Demand const& demand) {
    return !demand.language.empty() && std::ranges::any_of(agent.languages, [&](auto const& spoken) {
        return domain::is_same_language(spoken, demand.language);
    });
}

std::optional<Rejected> obstacle_for(Candidate const& candidate, Demand const& demand) {
    auto const& agent = candidate.agent;
    for (auto const& wanted : demand.skills)
        if (std::ranges::none_of(agent.skills, [&](auto const& s) { return equals_ignoring_case(s.name, wanted); }))
            return Rejected{&candidate, Obstacle::skill, wanted};
    if (demand.language_is_required && !demand.language.empty() && !speaks(agent, demand))
        return Rejected{&candidate, Obstacle::language, {}};
    if (auto const hindrance = find_hindrance(candidate, demand.priority))
        return Rejected{
            &candidate, hindrance->code == Verdict::restricted ? Obstacle::restricted : Obstacle::absent, {}};
    if (!has_room(agent, candidate.load, demand.weight)) return Rejected{&candidate, Obstacle::full, {}};
    return std::nullopt;
}

// Units in thousandths, where experience is worth up to one of them.
std::int64_t felt_load(Candidate const* one) {
    return std::int64_t{one->load.units} * 1000 -
           std::clamp<std::int64_t>(std::llround((one->pace - 1) / 0.15 * 1000), -1000, 1000);
}

// Compares loads over capacities without rounding; only for those who fit, so capacity is above 0.
std::strong_ordering compare_load(Candidate const* a, Candidate const* b) {
    return felt_load(a) * b->agent.capacity <=> felt_load(b) * a->agent.capacity;
}
bool is_experience(Candidate const* a, Candidate const* b) {
    return a->pace > b->pace &&
           std::int64_t{a->load.units} * b->agent.capacity >= std::int64_t{b->load.units} * a->agent.capacity;
}

std::strong_ordering compare_idle(Candidate const* a, Candidate const* b) {
    auto const last = [](Candidate const* c) { return c->agent.last_assigned_at.value_or(Instant::min()); };
    return last(a) <=> last(b);
}

// Where whoever does not speak the language may take it, too, those who do come first.
std::strong_ordering compare_language(Candidate const* a, Candidate const* b, Demand const& demand) {
    if (demand.language_is_required || demand.language.empty()) return std::strong_ordering::equal;
    return int{speaks(b->agent, demand)} <=> int{speaks(a->agent, demand)};
}

bool is_better(Candidate const* a, Candidate const* b, Demand const& demand) {
    if (auto const language = compare_language(a, b, demand); language != 0) return language < 0;
    if (auto const load = compare_load(a, b); load != 0) return load < 0;
    if (auto const idle = compare_idle(a, b); idle != 0) return idle < 0;
    return a->agent.id < b->agent.id;
}

Edge edge_of(std::span<Candidate const* const> best, Demand const& demand) {
    if (best.size() < 2) return Edge::only_one;
    if (compare_language(best[0], best[1], demand) != 0) return Edge::language;
    if (compare_load(best[0], best[1]) != 0)
        return is_experience(best[0], best[1]) ? Edge::experience : Edge::lowest_load;
    return compare_idle(best[0], best[1]) != 0 ? Edge::longest_idle : Edge::lowest_id;
}

Considered considered(Candidate const* who, Verdict code, std::string verdict, std::string what = {}) {
    return {who->agent.id, relative_load(who->agent, who->load), std::move(verdict), code, std::move(what)};
}

Considered beside(Candidate const* chosen, Candidate const* other, Demand const& demand) {
    if (chosen == other) return considered(other, Verdict::chosen, "chosen");
    if (compare_language(chosen, other, demand) != 0)
        return considered(other, Verdict::no_language, verdict_for(Obstacle::language, demand, {}), demand.language);
    if (compare_load(chosen, other) != 0 && is_experience(chosen, other))
        return considered(other, Verdict::could_take, "could take it");
    if (compare_load(chosen, other) != 0) return considered(other, Verdict::busier, "busier");
    if (compare_idle(chosen, other) != 0) return considered(other, Verdict::assigned_later, "assigned later");
    return considered(other, Verdict::equal, "equal, higher number");
}

Verdict code_of(Obstacle obstacle) {
    switch (obstacle) {
        case Obstacle::skill: return Verdict::no_skill;
        case Obstacle::language: return Verdict::no_language;
        case Obstacle::full: return Verdict::full;
        default: return Verdict::absent;
    }
}

Tally tally_of(std::vector<Rejected> const& rejected) {
    Tally out;
    out.members = static_cast<int>(rejected.size());
    for (auto const& one : rejected) ++out.blocked[static_cast<std::size_t>(one.obstacle)];
    if (rejected.size() == 1) out.only_member = &rejected.front().candidate->agent;
    return out;
}

// Orders only what is shown, so the cost stays linear in the agents.
std::span<Candidate const* const> best_of(std::vector<Candidate const*>& fits, Demand const& demand) {
    auto const shown = std::min(fits.size(), kShownFits);
    std::partial_sort(fits.begin(), fits.begin() + static_cast<std::ptrdiff_t>(shown), fits.end(),
                      [&](auto const* a, auto const* b) { return is_better(a, b, demand); });
    return {fits.data(), shown};
}

void tell_rejected(std::vector<Rejected>& rejected, Demand const& demand, Placement& placement) {
    auto const shown_others = static_cast<std::ptrdiff_t>(std::min(rejected.size(), kShownOthers));
    std::partial_sort(rejected.begin(), rejected.begin() + shown_others, rejected.end(),
                      [](auto const& a, auto const& b) { return a.candidate->agent.id < b.candidate->agent.id; });
    for (auto const& one : std::span{rejected}.first(static_cast<std::size_t>(shown_others))) {
        std::string const what(one.obstacle == Obstacle::skill      ? one.lacking_skill
                               : one.obstacle == Obstacle::language ? std::string_view(demand.language)
                                                                    : std::string_view());
        placement.considered.push_back(considered(one.candidate, code_of(one.obstacle),
                                                  verdict_for(one.obstacle, demand, one.lacking_skill), what));
        bool const is_off = one.obstacle == Obstacle::absent || one.obstacle == Obstacle::restricted;
        if (auto const why = is_off ? find_hindrance(*one.candidate, demand.priority) : std::nullopt) {
            auto& told = placement.considered.back();
            told.code = why->code;
            told.verdict = why->verdict;
            told.what = why->what;
            told.until = why->until;
        }
    }
}

void choose_agent(std::vector<Candidate const*>& fits, std::vector<Rejected>& rejected, Demand const& demand,
                  Placement& placement) {
    auto const best = best_of(fits, demand);
    if (best.empty()) {
        placement.agent_because = because_nobody(tally_of(rejected), demand);
    } else {
        placement.agent = best[0]->agent.id;
        placement.agent_because = because_chosen(best[0]->agent, speaks(best[0]->agent, demand), best[0]->load,
                                                 edge_of(best, demand), demand);
    }
    for (auto const* one : best) placement.considered.push_back(beside(best[0], one, demand));
    tell_rejected(rejected, demand, placement);
}

// Who is away, full or misses a skill does not fit; who has much more to do than others gives way.
Candidate const* sticky_of(RoutingFacts const& facts, domain::QueueId queue,
                           std::vector<Candidate const*> const& fits) {
    auto const rule = std::ranges::find(facts.sticky_in, queue, &RoutingFacts::Sticky::queue);
    if (!facts.sticky_agent || rule == facts.sticky_in.end()) return nullptr;
    auto const found = std::ranges::find(fits, facts.sticky_agent, [](Candidate const* one) { return one->agent.id; });
    if (found == fits.end()) return nullptr;
    int least = (*found)->load.tickets;
    for (auto const* one : fits) least = std::min(least, one->load.tickets);
    return (*found)->load.tickets - least < std::max(1, rule->extra) ? *found : nullptr;
}

void choose_known(Candidate const& known, bool by_thread, std::vector<Candidate const*>& fits,
                  std::vector<Rejected>& rejected, Demand const& demand, Placement& placement) {
    placement.agent = known.agent.id;
    placement.agent_because = because_known(known.agent, by_thread);
    placement.considered.push_back(considered(&known, Verdict::chosen, "chosen"));
    std::erase(fits, &known);
    auto const others = best_of(fits, demand);
    for (auto const* one : others.first(std::min(others.size(), kShownFits - 1)))
        placement.considered.push_back(considered(one, Verdict::could_take, "could take it"));
    tell_rejected(rejected, demand, placement);
}

// Somebody at work could take it, now or when they have room; if not, the reason says what is missing.
void leave_in_pool(std::vector<Candidate const*>& fits, std::vector<Rejected>& rejected, Demand const& demand,
                   Placement& placement) {
    auto const tally = tally_of(rejected);
    auto const able = static_cast<int>(fits.size()) + tally.blocked[static_cast<std::size_t>(Obstacle::full)];
    placement.agent_because = able > 0 ? because_pooled(demand, able) : because_nobody(tally, demand);
    for (auto const* one : best_of(fits, demand))
        placement.considered.push_back(considered(one, Verdict::could_take, "could take it"));
    tell_rejected(rejected, demand, placement);
}

}  // namespace
}  // namespace lotse::routing
