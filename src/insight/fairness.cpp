// SPDX-License-Identifier: Apache-2.0
#include "insight/fairness.h"

#include <algorithm>
#include <map>

#include "insight/desk_figures.h"

namespace lotse::insight {
namespace {

double share(std::int64_t part, std::int64_t of) {
    return of <= 0 ? 0 : static_cast<double>(part) / static_cast<double>(of);
}

WorkShare share_of(domain::WorkDay const& sum) {
    WorkShare out;
    out.agent = sum.agent;
    if (sum.looks > 0) out.load = share(sum.load, sum.looks) / 1000;
    out.got = sum.given + sum.taken + sum.chosen;
    out.taken = share(sum.taken, out.got);
    out.chosen = share(sum.chosen, out.got);
    out.hard = share(sum.hard, out.got);
    out.hard_count = sum.hard;
    out.longest = sum.longest;
    return out;
}

}  // namespace

std::vector<WorkShare> shares_of(std::vector<domain::WorkDay> const& days) {
    std::map<domain::AgentId, domain::WorkDay> sums;
    for (auto const& day : days) {
        auto& sum = sums[day.agent];
        sum.agent = day.agent;
        sum.looks += day.looks;
        sum.load += day.load;
        sum.given += day.given;
        sum.taken += day.taken;
        sum.chosen += day.chosen;
        sum.hard += day.hard;
        sum.longest = std::max(sum.longest, day.longest);
    }
    std::vector<WorkShare> out;
    for (auto const& [_, sum] : sums) out.push_back(share_of(sum));
    return out;
}

TeamShare team_of(std::span<WorkShare const> people) {
    TeamShare out;
    std::vector<double> loads;
    std::vector<double> hard;
    for (auto const& one : people) {
        ++out.people;
        if (one.load) loads.push_back(*one.load);
        if (one.got >= kEnough) hard.push_back(one.hard);
    }
    double sum = 0;
    for (auto const load : loads) sum += load;
    if (!loads.empty()) out.load = sum / static_cast<double>(loads.size());
    if (loads.size() > 1) out.gini = std::max(0.0, gini(loads));
    if (hard.size() > 1) {
        auto const [least, most] = std::ranges::minmax(hard);
        out.least_hard = least;
        out.most_hard = most;
    }
    return out;
}

}  // namespace lotse::insight
