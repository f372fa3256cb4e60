// SPDX-License-Identifier: Apache-2.0
#include "domain/choose_policy.h"

#include <algorithm>
#include <tuple>

namespace lotse::domain {
namespace {

template <class Id>
bool has(std::vector<Id> const& ids, Id id) {
    return std::ranges::find(ids, id) != ids.end();
}

// The category and all above it, the nearest first.
std::vector<CategoryId> line_of(CategoryId category, std::span<Category const> categories) {
    std::vector<CategoryId> out;
    while (category && !has(out, category)) {
        out.push_back(category);
        auto const found = std::ranges::find(categories, category, &Category::id);
        if (found == categories.end()) break;
        category = found->parent;
    }
    return out;
}

// Whether all conditions hold; what met them goes into the choice.
bool holds(PolicyQuestion const& ticket, std::vector<CategoryId> const& line, PolicyConditions const& wanted,
           PolicyChoice& choice) {
    if (wanted.is_empty()) return false;
    if (!wanted.organizations.empty()) {
        if (!has(wanted.organizations, ticket.organization)) return false;
        choice.organization = ticket.organization;
    }
    if (!wanted.categories.empty()) {
        auto const met = std::ranges::find_if(line, [&](auto id) { return has(wanted.categories, id); });
        if (met == line.end()) return false;
        choice.category = *met;
    }
    if (!wanted.queues.empty()) {
        if (!has(wanted.queues, ticket.queue)) return false;
        choice.queue = ticket.queue;
    }
    return true;
}

}  // namespace

PolicyChoice choose_policy(PolicyQuestion const& ticket, std::span<Policy const> policies,
                           std::span<Category const> categories) {
    if (ticket.named) {
        auto const named = std::ranges::find(policies, ticket.named, &Policy::id);
        if (named != policies.end()) return {&*named, PolicyGround::named, ticket.organization};
    }
    auto const line = line_of(ticket.category, categories);
    PolicyChoice best;
    auto const rank = [](Policy const& policy) { return std::tuple(policy.position, policy.id.value); };
    for (auto const& policy : policies) {
        PolicyChoice choice{&policy, PolicyGround::conditions};
        if (best.policy != nullptr && rank(*best.policy) < rank(policy)) continue;
        if (holds(ticket, line, policy.conditions, choice)) best = choice;
    }
    if (best.policy != nullptr) return best;
    auto const fallback = std::ranges::find(policies, true, &Policy::is_default);
    if (fallback != policies.end()) return {&*fallback, PolicyGround::fallback};
    if (!policies.empty()) return {&policies.front(), PolicyGround::only};
    return {};
}

}  // namespace lotse::domain
