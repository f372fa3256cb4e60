// SPDX-License-Identifier: Apache-2.0
#include "desk/solver_book.h"

#include <algorithm>

#include "base/text.h"
#include "store/solvers.h"

namespace lotse::desk {
namespace {

constexpr int kPage = 5000;
constexpr std::size_t kMostRows = 500'000;

}  // namespace

Result<SolverBook> SolverBook::read(store::ReadTxn& txn) {
    SolverBook out;
    store::SolverOf after;
    for (;;) {
        TRY(auto const page, store::list_solvers_of(txn, domain::Trait::category, after, kPage));
        for (auto const& row : page) out.put(domain::CategoryId{row.value}, row.solver);
        if (page.size() < kPage || out.solved_.size() >= kMostRows) return out;
        after = page.back();
    }
}

void SolverBook::put(domain::CategoryId category, domain::Solver const& solver) {
    solved_[{solver.agent.value, category.value}] = solver.solved;
}

double SolverBook::pace(domain::Agent const& agent, domain::Category const* category, Instant now) const {
    if (category == nullptr || solved_.empty()) return 1;
    auto const found = solved_.find({agent.id.value, category->id.value});
    if (found == solved_.end()) return 1;
    return routing::pace_of(declared_prior(agent, category), found->second, now);
}

double declared_prior(domain::Agent const& agent, domain::Category const* category) {
    std::optional<int> lowest;
    if (category == nullptr) return routing::prior_of(lowest);
    for (auto const& wanted : category->skills) {
        auto const found = std::ranges::find_if(
            agent.skills, [&](auto const& skill) { return equals_ignoring_case(skill.name, wanted); });
        if (found != agent.skills.end()) lowest = std::min(lowest.value_or(5), found->level);
    }
    return routing::prior_of(lowest);
}

}  // namespace lotse::desk
