// SPDX-License-Identifier: Apache-2.0
#include "routing/expertise.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace lotse::routing {
namespace {

constexpr double kCleanly = 0.7;
constexpr double kByTime = 0.15;  // for a quarter of the usual time, or four times as long
constexpr double kBySurvey = 0.15;
constexpr double kPriorWeight = 4;
constexpr double kPaceForExpertise = 0.5;
constexpr double kMostPace = 0.15;

// Chosen on arrivals before April of the log that bench/resolvers.cpp reads. Below 1, as the traits say partly the same.
constexpr std::array<double, kTraits> kWeights{0, 0.6, 0.6, 0.6, 0.7, 0.3, 0.7, 0.6};
constexpr double kSmoothing = 8;
constexpr double kNewcomer = 0.1;  // tickets that everybody has solved beforehand

double faded(Instant from, Instant to) {
    if (to <= from) return 1;
    return std::exp2(-std::chrono::duration<double>(to - from) / std::chrono::duration<double>(kHalfLife));
}

}  // namespace

Solved as_of(Solved solved, Instant now) {
    double const part = faded(solved.at, now);
    return {solved.n * part, solved.good * part, std::max(solved.at, now)};
}

Solved with(Solved solved, int count, double quality, Instant solved_at) {
    auto out = as_of(solved, solved_at);
    double const weight = count * faded(solved_at, out.at);
    out.n = std::max(0.0, out.n + weight);
    out.good = std::clamp(out.good + weight * quality, 0.0, out.n);
    return out;
}

double quality_of(Ending const& ending) {
    if (ending.is_reopened) return 0;
    double out = kCleanly;
    if (ending.usual_log_minutes)
        out += kByTime * std::clamp((*ending.usual_log_minutes - ending.log_minutes) / 2, -1.0, 1.0);
    if (ending.survey) out += kBySurvey * std::clamp((*ending.survey - 3) / 2.0, -1.0, 1.0);
    return std::clamp(out, 0.4, 1.0);
}

UsualTime with(UsualTime usual, double log_minutes) {
    UsualTime out{usual.seen + 1, usual.log_minutes};
    if (usual.seen == 0) out.log_minutes = log_minutes;
    double const step = std::max(0.05, 2 / std::sqrt(static_cast<double>(out.seen)));
    double const gap = log_minutes - out.log_minutes;
    out.log_minutes += std::clamp(gap, -step, step);
    return out;
}

double prior_of(std::optional<int> level) { return 0.5 + 0.1 * (std::clamp(level.value_or(3), 1, 5) - 3); }

double expertise(double prior, Solved const& solved, Instant now) {
    auto const today = as_of(solved, now);
    return std::max(kLeastExpertise, (kPriorWeight * prior + today.good) / (kPriorWeight + today.n));
}

double pace_of(double prior, Solved const& solved, Instant now) {
    double const gained = kPaceForExpertise * (expertise(prior, solved, now) - prior);
    return 1 + std::clamp(gained, -kMostPace, kMostPace);
}

std::vector<Likely> likely_solvers(std::span<Solver const> all, std::span<Evidence const> evidence, Instant now,
                                   std::size_t most) {
    struct Standing {
        domain::AgentId agent;
        double base = 0;
        double score = 0;
    };
    std::vector<Standing> people;
    std::unordered_map<std::int64_t, std::size_t> at;
    double total = 0;
    for (auto const& one : all) {
        at.emplace(one.agent.value, people.size());
        people.push_back({one.agent, as_of(one.solved, now).n + kNewcomer, 0});
        total += people.back().base;
    }
    for (auto& one : people) {
        one.base /= total;
        one.score = std::log(one.base);
    }
    for (auto const& part : evidence) {
        double sum = 0;
        for (auto const& solver : part.solvers) sum += as_of(solver.solved, now).n;
        if (sum <= 0) continue;
        // Who solved none of these loses log(k / (sum + k)); as that is the same for all, the others gain instead.
        for (auto const& solver : part.solvers) {
            auto const found = at.find(solver.agent.value);
            if (found == at.end()) continue;
            auto& one = people[found->second];
            double const odds = as_of(solver.solved, now).n / (kSmoothing * one.base);
            one.score += kWeights[static_cast<std::size_t>(part.trait)] * std::log1p(odds);
        }
    }
    auto const shown = std::min(most, people.size());
    std::partial_sort(
        people.begin(), people.begin() + static_cast<std::ptrdiff_t>(shown), people.end(),
        [](auto const& a, auto const& b) { return a.score != b.score ? a.score > b.score : a.agent < b.agent; });
    std::vector<Likely> out;
    if (people.empty()) return out;
    double weight = 0;
    for (auto const& one : people) weight += std::exp(one.score - people.front().score);
    for (std::size_t i = 0; i < shown; ++i)
        out.push_back({people[i].agent, std::exp(people[i].score - people.front().score) / weight});
    return out;
}

}  // namespace lotse::routing
