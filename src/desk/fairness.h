// SPDX-License-Identifier: Apache-2.0
// Figures for a lead: whether work is spread fairly over people. Counted as it happens, so that looking costs a row a person
// and day whatever the desk has seen.
#pragma once

#include <memory>
#include <vector>

#include "desk/desk.h"
#include "insight/fairness.h"

namespace lotse::desk {

inline constexpr int kMostFairnessDays = 92;
inline constexpr std::chrono::days kWorkDaysKept{400};

struct TeamFairness {
    domain::QueueId queue;
    insight::TeamShare share;
};
struct Fairness {
    std::shared_ptr<Setup const> setup;
    Instant from{};
    Instant until{};
    std::vector<insight::WorkShare> people;  // by name; those who are not there any more left out
    insight::TeamShare all;
    std::vector<TeamFairness> teams;  // queues with at least one of these people, as the set-up orders them
};
// The last `days` days of UTC, today's included.
Result<Fairness> read_fairness(Desk& desk, domain::TenantScope const& scope, int days);

// Notes for everybody at work how much of their capacity is in use. Cost: one range over the agents' counts and a row for
// each of those at work; a desk where nobody is at work is left alone.
Result<void> note_loads(Desk& desk, domain::TenantScope const& scope);
Result<void> note_all_loads(Desk& desk);  // of every desk

}  // namespace lotse::desk
