// SPDX-License-Identifier: Apache-2.0
// What holds of the figures of fairness whatever people did.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "insight/desk_figures.h"
#include "insight/fairness.h"

namespace lotse::property {
namespace {

domain::WorkDay any_day() {
    auto const count = [](std::int64_t most) { return *rc::gen::inRange<std::int64_t>(0, most); };
    domain::WorkDay out;
    out.agent = domain::AgentId{*rc::gen::inRange<std::int64_t>(1, 8)};
    out.day = count(40);
    out.looks = count(100);
    out.load = out.looks == 0 ? 0 : count(2000 * out.looks);
    out.given = count(30);
    out.taken = count(30);
    out.chosen = count(30);
    out.hard = *rc::gen::inRange<std::int64_t>(0, out.given + out.taken + out.chosen + 1);
    out.longest = out.hard == 0 ? 0 : *rc::gen::inRange<std::int64_t>(1, out.hard + 1);
    return out;
}

std::vector<domain::WorkDay> any_days() {
    std::vector<domain::WorkDay> out(*rc::gen::inRange<std::size_t>(0, 60));
    for (auto& day : out) day = any_day();
    return out;
}

RC_GTEST_PROP(FairnessOfAnyDays, DoesNotDependOnTheirOrder, ()) {
    auto days = any_days();
    auto const shares = insight::shares_of(days);
    std::ranges::reverse(days);
    RC_ASSERT(insight::shares_of(days) == shares);
}

RC_GTEST_PROP(FairnessOfAnyDays, LosesNoTicketAndSharesStayShares, ()) {
    auto const days = any_days();
    std::int64_t all = 0;
    for (auto const& day : days) all += day.given + day.taken + day.chosen;
    for (auto const& one : insight::shares_of(days)) {
        all -= one.got;
        bool const adds_up = one.taken >= 0 && one.chosen >= 0 && one.taken + one.chosen <= 1 + 1e-9;
        bool const is_share = one.hard >= 0 && one.hard <= 1;
        auto const load = one.load.value_or(0);
        bool const is_load = load >= 0 && load <= 2;
        RC_ASSERT(adds_up);
        RC_ASSERT(is_share);
        RC_ASSERT(one.longest <= one.hard_count);
        RC_ASSERT(is_load);
    }
    RC_ASSERT(all == 0);
}

RC_GTEST_PROP(FairnessOfAnyDays, TheTeamLiesBetweenItsPeople, ()) {
    auto const shares = insight::shares_of(any_days());
    auto const team = insight::team_of(shares);
    RC_ASSERT(team.people == static_cast<int>(shares.size()));
    // The macro evaluates both sides of an "or", to show them.
    auto const uneven = team.gini.value_or(0);
    bool const is_gini = uneven >= 0 && uneven < 1;
    RC_ASSERT(is_gini);
    RC_ASSERT(team.least_hard.has_value() == team.most_hard.has_value());
    if (team.least_hard) RC_ASSERT(*team.least_hard <= *team.most_hard);
    if (!team.load) return;
    double least = 1e9;
    double most = 0;
    for (auto const& one : shares)
        if (one.load) {
            least = std::min(least, *one.load);
            most = std::max(most, *one.load);
        }
    RC_ASSERT(*team.load >= least - 1e-9);
    RC_ASSERT(*team.load <= most + 1e-9);
}

// A scale of its own: twice the work for everybody is as even as before, the same work for everybody is even.
RC_GTEST_PROP(FairnessOfAnyDays, IsOfShapeAndNotOfSize, ()) {
    std::vector<double> loads(*rc::gen::inRange<std::size_t>(2, 30));
    for (auto& load : loads) load = static_cast<double>(*rc::gen::inRange(0, 1000));
    auto twice = loads;
    for (auto& load : twice) load *= 2;
    RC_ASSERT(std::abs(insight::gini(loads) - insight::gini(twice)) < 1e-9);
    RC_ASSERT(std::abs(insight::gini(std::vector<double>(loads.size(), loads[0]))) < 1e-9);
    // Taking from who has most and giving it to who has least never makes it less even.
    auto evened = loads;
    auto const [least, most] = std::ranges::minmax_element(evened);
    auto const half = (*most - *least) / 2;
    *most -= half;
    *least += half;
    RC_ASSERT(insight::gini(evened) <= insight::gini(loads) + 1e-9);
}

}  // namespace
}  // namespace lotse::property
