// SPDX-License-Identifier: Apache-2.0
#include "routing/requirement.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "domain/language_name.h"

namespace lotse::routing {
namespace {

// By level 1..5 of a skill. The spread between the quickest and the slowest of a trained team is about two to one.
constexpr std::array kLevelSpeed{0.7, 0.85, 1.0, 1.15, 1.3};
constexpr double kPreferredSpeed = 1.1;
constexpr double kForeignSpeed = 0.7;  // reading and writing by translation
constexpr double kLeastSpeed = 0.4;
constexpr double kMostSpeed = 1.6;

void add_skills(std::vector<std::string>& to, std::vector<std::string> const& from) {
    for (auto const& skill : from) to.push_back(to_lower_ascii(skill));
}

void put_in_order(std::vector<std::string>& skills) {
    std::ranges::sort(skills);
    auto const rest = std::ranges::unique(skills);
    skills.erase(rest.begin(), rest.end());
}

domain::Skill const* find_skill(domain::Agent const& agent, std::string_view name) {
    auto const found =
        std::ranges::find_if(agent.skills, [&](auto const& skill) { return equals_ignoring_case(skill.name, name); });
    return found == agent.skills.end() ? nullptr : &*found;
}

double speed_at(int level) { return kLevelSpeed[static_cast<std::size_t>(std::clamp(level, 1, 5) - 1)]; }

bool speaks(domain::Agent const& agent, std::string_view language) {
    return std::ranges::any_of(agent.languages,
                               [&](auto const& spoken) { return domain::is_same_language(spoken, language); });
}

}  // namespace

Requirement requirement_of(domain::Queue const& queue, domain::Category const* category, std::string_view language,
                           domain::Priority priority) {
    Requirement out;
    out.queue = queue.id;
    add_skills(out.skills, queue.skills);
    if (category) add_skills(out.skills, category->skills);
    put_in_order(out.skills);
    add_skills(out.preferred, queue.preferred_skills);
    put_in_order(out.preferred);
    std::erase_if(out.preferred, [&](auto const& skill) { return std::ranges::binary_search(out.skills, skill); });
    out.language = to_lower_ascii(language.substr(0, language.find('-')));
    out.language_is_required = queue.language_is_required;
    out.priority = priority;
    if (category) out.category = category->id;
    return out;
}

bool works_for(domain::Agent const& agent, domain::QueueId queue) {
    using domain::Role;
    bool const can_own = agent.role == Role::admin || agent.role == Role::lead || agent.role == Role::agent;
    return can_own && !agent.is_disabled && std::ranges::find(agent.queues, queue) != agent.queues.end();
}

Fit fit(domain::Agent const& agent, Requirement const& requirement) {
    Fit out;
    bool const helps =
        std::ranges::any_of(requirement.helpers, [&](auto const queue) { return works_for(agent, queue); });
    if (!helps && !works_for(agent, requirement.queue)) {
        out.obstacle = Obstacle::queue;
        return out;
    }
    double slowest = kMostSpeed;  // a ticket takes as long as the weakest of its skills
    for (auto const& wanted : requirement.skills) {
        auto const* skill = find_skill(agent, wanted);
        if (skill == nullptr) {
            out.obstacle = Obstacle::skill;
            out.lacking_skill = wanted;
            return out;
        }
        slowest = std::min(slowest, speed_at(skill->level));
    }
    if (!requirement.skills.empty()) out.speed = slowest;
    for (auto const& wanted : requirement.preferred)
        if (find_skill(agent, wanted) != nullptr) out.speed *= kPreferredSpeed;
    out.speaks_language = requirement.language.empty() || speaks(agent, requirement.language);
    if (!out.speaks_language && requirement.language_is_required) out.obstacle = Obstacle::language;
    if (!out.speaks_language) out.speed *= kForeignSpeed;
    out.speed = std::clamp(out.speed, kLeastSpeed, kMostSpeed);
    return out;
}

}  // namespace lotse::routing
