// SPDX-License-Identifier: Apache-2.0
#include "bench/routing_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <numbers>
#include <unordered_map>

#include "app/demo/random.h"
#include "base/text.h"

namespace lotse::bench {
namespace {

using app::Random;
using domain::Priority;

constexpr std::array<std::string_view, 3> kLanguages{"en", "de", "pl"};
constexpr std::array<int, 4> kTargetHours{72, 24, 8, 4};  // by Priority
constexpr double kTouchSigma = 0.8;
constexpr double kPaceSigma = 0.15;
constexpr int kDaysAfter = 12;  // for what is left when nothing comes any more

double normal(Random& random) {
    double const radius = std::sqrt(-2 * std::log(1 - random.unit()));
    return radius * std::cos(2 * std::numbers::pi * random.unit());
}

std::vector<std::string> main_categories(std::vector<LoggedIncident> const& incidents) {
    std::map<std::string, int> counts;
    for (auto const& one : incidents) ++counts[one.category];
    std::vector<std::pair<int, std::string>> ranked;
    for (auto const& [name, count] : counts) ranked.emplace_back(-count, name);
    std::ranges::sort(ranked);
    std::vector<std::string> out;
    for (auto const& [count, name] : ranked)
        if (out.size() + 1 < kSkills) out.push_back(name);
    return out;
}

std::string skill_name(std::size_t skill) { return fmt::format("skill{:02}", skill); }

std::size_t pick_by(Random& random, std::vector<double> const& weights) {
    double sum = 0;
    for (double const weight : weights) sum += weight;
    double left = random.unit() * sum;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if ((left -= weights[i]) < 0) return i;
    return weights.size() - 1;
}

bool has_skill(domain::Agent const& agent, std::size_t skill) {
    return std::ranges::find(agent.skills, skill_name(skill), &domain::Skill::name) != agent.skills.end();
}

bool speaks(domain::Agent const& agent, std::string_view language) {
    return std::ranges::find(agent.languages, language) != agent.languages.end();
}

void give_skills(std::vector<insight::SimulatedAgent>& agents, std::vector<double> const& share, Random& random) {
    for (std::size_t i = 0; i < agents.size(); ++i) {
        auto& agent = agents[i].agent;
        // Main skills by largest remainder of the shares, so that every seed has a sensible team.
        double const at = (static_cast<double>(i) + 0.5) / static_cast<double>(agents.size());
        std::size_t main = 0;
        double sum = share[0];
        while (sum < at && main + 1 < share.size()) sum += share[++main];
        agent.skills.push_back({skill_name(main), 3});
        for (std::size_t more = random.below(5); more > 0; --more) {
            auto const skill = pick_by(random, share);
            if (!has_skill(agent, skill)) agent.skills.push_back({skill_name(skill), random.chance(0.5) ? 2 : 1});
        }
    }
}

// Whoever is left alone with a skill or a language gets a colleague, or work would wait for one person's return.
void fill_gaps(std::vector<insight::SimulatedAgent>& agents, Random& random) {
    for (std::size_t skill = 0; skill < kSkills; ++skill) {
        auto const count = [&](auto const& test) { return std::ranges::count_if(agents, test); };
        while (count([&](auto const& one) { return has_skill(one.agent, skill); }) < 3) {
            auto& agent = agents[random.below(agents.size())].agent;
            if (!has_skill(agent, skill)) agent.skills.push_back({skill_name(skill), 1});
        }
        for (auto const language : kLanguages) {
            while (count([&](auto const& one) { return has_skill(one.agent, skill) && speaks(one.agent, language); }) <
                   2) {
                auto& agent = agents[random.below(agents.size())].agent;
                if (has_skill(agent, skill) && !speaks(agent, language)) agent.languages.emplace_back(language);
            }
        }
    }
}

std::vector<insight::Shift> shifts(Instant from, Instant to, Random& random) {
    using std::chrono::minutes;
    std::vector<insight::Shift> out;
    double const kind = random.unit();
    auto const start = kind < 0.3 ? minutes{7 * 60} : kind < 0.75 ? minutes{8 * 60 + 30} : minutes{11 * 60};
    for (auto day = std::chrono::floor<std::chrono::days>(from); day < to; day += std::chrono::days{1}) {
        auto const weekday = std::chrono::weekday{day}.iso_encoding();
        bool const is_there = weekday >= 6 ? random.chance(1.0 / 12) : !random.chance(0.06);
        if (is_there) out.push_back({day + start, day + start + minutes{8 * 60}});
    }
    return out;
}

std::vector<insight::SimulatedAgent> make_agents(MadeUp const& wanted, std::vector<double> const& share,
                                                 Random& random) {
    std::vector<insight::SimulatedAgent> out(wanted.agents);
    give_skills(out, share, random);
    for (std::size_t i = 0; i < out.size(); ++i) {
        auto& agent = out[i].agent;
        agent.id = domain::AgentId(static_cast<std::int64_t>(i) + 1);
        agent.queues = {domain::QueueId(1)};
        agent.languages = {"en"};
        if (random.chance(0.4)) agent.languages.emplace_back("de");
        if (random.chance(0.25)) agent.languages.emplace_back("pl");
        out[i].pace = std::exp(kPaceSigma * normal(random) - kPaceSigma * kPaceSigma / 2);
    }
    fill_gaps(out, random);
    auto const last = wanted.incidents.back().opened_at + std::chrono::days{kDaysAfter};
    for (auto& one : out) one.shifts = shifts(wanted.incidents.front().opened_at, last, random);
    return out;
}

}  // namespace

Result<std::vector<LoggedIncident>> read_log(std::string const& path) {
    std::ifstream file(path);
    if (!file) return not_found("bench.log", "There is no such log of incidents: " + path);
    std::string line;
    std::getline(file, line);
    auto const head = split(line, '\t');
    std::array<std::size_t, 4> at{};
    constexpr std::array<std::string_view, 4> kWanted{"opened_at", "priority", "category", "caller_id"};
    for (std::size_t i = 0; i < kWanted.size(); ++i) {
        at[i] = static_cast<std::size_t>(std::ranges::find(head, kWanted[i]) - head.begin());
        if (at[i] == head.size()) return invalid("bench.log", fmt::format("The log has no column {}.", kWanted[i]));
    }
    std::vector<LoggedIncident> out;
    while (std::getline(file, line)) {
        auto const fields = split(line, '\t');
        if (fields.size() != head.size() || fields[at[1]].size() != 1) continue;
        auto const opened = parse_rfc3339(replace_all(std::string(fields[at[0]]), " ", "T") + ":00Z");
        if (!opened) continue;
        out.push_back({*opened, static_cast<Priority>(std::clamp('4' - fields[at[1]][0], 0, 3)),
                       std::string(fields[at[2]]), std::string(fields[at[3]])});
    }
    std::ranges::stable_sort(out, {}, &LoggedIncident::opened_at);
    return out;
}

insight::Scenario make_scenario(MadeUp const& wanted) {
    Random random(wanted.seed * 7919 + 17);
    insight::Scenario out;
    auto const main = main_categories(wanted.incidents);
    std::vector<double> share(kSkills, 0.0);
    std::map<routing::Requirement, std::size_t> known;
    std::unordered_map<std::string, std::size_t> language_of;
    for (auto const& one : wanted.incidents) {
        auto const skill = std::min<std::size_t>(
            static_cast<std::size_t>(std::ranges::find(main, one.category) - main.begin()), kSkills - 1);
        share[skill] += 1.0 / static_cast<double>(wanted.incidents.size());
        auto const [caller, is_new] = language_of.try_emplace(one.caller, 0);
        double const drawn = random.unit();  // drawn for each, so that every ticket's time is the same whoever calls
        if (is_new) caller->second = drawn < 0.72 ? 0 : drawn < 0.90 ? 1 : 2;
        routing::Requirement requirement;
        requirement.queue = domain::QueueId(1);
        requirement.skills = {skill_name(skill)};
        requirement.language = kLanguages[caller->second];
        requirement.priority = one.priority;
        auto const [at, is_first] = known.try_emplace(requirement, out.requirements.size());
        if (is_first) out.requirements.push_back(requirement);
        double const touch = kMeanTouchMinutes * std::exp(kTouchSigma * normal(random) - kTouchSigma * kTouchSigma / 2);
        insight::SimulatedTicket ticket;
        ticket.opened_at = one.opened_at;
        ticket.target = std::chrono::hours{kTargetHours[static_cast<std::size_t>(one.priority)]};
        ticket.requirement = at->second;
        ticket.touch = Duration{static_cast<std::int64_t>(touch * 60e6)};
        ticket.requester = static_cast<std::int64_t>(std::hash<std::string>{}(one.caller) >> 1);
        out.tickets.push_back(ticket);
    }
    out.agents = make_agents(wanted, share, random);
    out.counted_until = wanted.incidents.back().opened_at;
    return out;
}

insight::Scenario with_plenty(insight::Scenario scenario, int times) {
    auto const one_each = scenario.agents;
    for (int i = 1; i < times; ++i)
        for (auto copy : one_each) {
            copy.agent.id = domain::AgentId(static_cast<std::int64_t>(scenario.agents.size()) + 1);
            scenario.agents.push_back(std::move(copy));
        }
    return scenario;
}

}  // namespace lotse::bench
