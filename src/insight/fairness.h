// SPDX-License-Identifier: Apache-2.0
// Whether work is spread fairly: each person's share over a span of days, and how even a team is. By occupancy, not by
// counts: who works half the hours has half the tickets. No figure says how well or how fast anybody works, so that no list
// can be ordered by it. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/work_day.h"

namespace lotse::insight {

struct WorkShare {
    domain::AgentId agent;
    std::optional<double>
        load;  // open tickets over the capacity while at work, on average; nothing: never seen at work
    std::int64_t got = 0;  // tickets, by all roads
    double taken = 0;  // share of these that they took themselves; 0 of none
    double chosen = 0;  // that a colleague gave
    double hard = 0;  // urgent or high as they came
    std::int64_t hard_count = 0;
    std::int64_t longest = 0;  // hard ones in a row
    bool operator==(WorkShare const&) const = default;
};
// By person, ascending; days in any order.
std::vector<WorkShare> shares_of(std::vector<domain::WorkDay> const& days);

struct TeamShare {
    int people = 0;  // of whom something is known
    std::optional<double> load;  // the mean of those seen at work
    std::optional<double> gini;  // of their loads: 0 all alike, near 1 one has everything; nothing below two people
    std::optional<double> least_hard;  // the lowest and the highest share of hard tickets, of those who got at least
    std::optional<double> most_hard;  // kEnough; nothing below two such people
    bool operator==(TeamShare const&) const = default;
};
inline constexpr std::int64_t kEnough = 10;
TeamShare team_of(std::span<WorkShare const> people);

}  // namespace lotse::insight
