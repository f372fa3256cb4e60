// SPDX-License-Identifier: Apache-2.0
// What people have shown that they can do: counted from what they solved, fading when unused, never far from what is
// declared of them. Kept as sums that a row can hold, so that a solution is added, and taken back, in constant time. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/clock.h"
#include "domain/solved.h"

namespace lotse::routing {

inline constexpr std::chrono::days kHalfLife{60};

using domain::kTraits;
using domain::paired;
using domain::Solved;
using domain::Solver;
using domain::Trait;
using domain::UsualTime;

Solved as_of(Solved solved, Instant now);
// Adds what was solved at a time, or takes it back (count -1), in whichever order it becomes known.
Solved with(Solved solved, int count, double quality, Instant solved_at);

// How well a ticket was solved: 0 where it had to be opened again; else 0.7, more or less by the customer's survey and by
// the time against the usual of its category, within 0.4..1.
struct Ending {
    bool is_reopened = false;
    std::optional<int> survey;  // 1..5
    double log_minutes = 0;  // to base 2, from opening to solution
    std::optional<double> usual_log_minutes;  // none: not known yet
};
double quality_of(Ending const& ending);

// Each new value moves the median by a step that shrinks with what was seen.
UsualTime with(UsualTime usual, double log_minutes);
inline constexpr std::int64_t kLeastSeen = 10;  // before that nothing is usual

// e(agent, class): the mean quality of what somebody solved of it, smoothed towards `prior` (of the declared skills,
// prior_of) by the weight of four tickets; at least kLeastExpertise, so that everybody may learn. Fades to the prior.
inline constexpr double kLeastExpertise = 0.25;
double prior_of(std::optional<int> level);  // 1..5, the lowest of the skills asked for; none asked: 0.5
double expertise(double prior, Solved const& solved, Instant now);
// What it is worth, as a factor of the speed that the skills give: 0.85..1.15.
double pace_of(double prior, Solved const& solved, Instant now);

// Who usually solves such tickets: smoothed log-odds of each trait against how much somebody solves at all.
struct Evidence {
    Trait trait = Trait::any;
    std::vector<Solver> solvers;  // who solved tickets with this value of the trait
};
struct Likely {
    domain::AgentId agent;
    double share = 0;  // of a hundred such tickets over a hundred, by the model
};
// The likeliest first, at most `most` of those who solved anything (`all`). O(all + evidence).
std::vector<Likely> likely_solvers(std::span<Solver const> all, std::span<Evidence const> evidence, Instant now,
                                   std::size_t most);

}  // namespace lotse::routing
