// SPDX-License-Identifier: Apache-2.0
#include "domain/routing_rules.h"

#include <algorithm>

namespace lotse::domain {
namespace {

JsonObject shown(QueueRule const& rule) {
    JsonArray steps;
    for (auto const& step : rule.overflow)
        steps.push_back(JsonObject{{"queue", step.queue.value}, {"after_minutes", step.after_minutes}});
    return {{"queue", rule.queue.value},
            {"overflow", std::move(steps)},
            {"language_soft_after_minutes", rule.language_soft_after_minutes},
            {"sticky", name_of(rule.sticky)},
            {"sticky_extra", rule.sticky_extra},
            {"rebalances_hourly", rule.rebalances_hourly}};
}

QueueRule rule_from(JsonObject const& row) {
    QueueRule out;
    out.queue = QueueId{int_at(row, "queue")};
    for (auto const& item : array_at(row, "overflow"))
        if (item.is_object())
            out.overflow.push_back({QueueId{int_at(item.get_object(), "queue")},
                                    static_cast<int>(int_at(item.get_object(), "after_minutes"))});
    out.language_soft_after_minutes = static_cast<int>(int_at(row, "language_soft_after_minutes"));
    out.sticky = find_enum<Sticky>(text_at(row, "sticky")).value_or(Sticky::none);
    out.sticky_extra = static_cast<int>(int_at(row, "sticky_extra"));
    out.rebalances_hourly = bool_at(row, "rebalances_hourly");
    return out;
}

}  // namespace

QueueRule const* RoutingRules::find(QueueId queue) const {
    auto const found = std::ranges::find(queues, queue, &QueueRule::queue);
    return found == queues.end() ? nullptr : &*found;
}

bool RoutingRules::is_blocked(AgentId agent, CustomerId customer, OrganizationId organization) const {
    return std::ranges::any_of(blocked, [&](auto const& pair) {
        return pair.agent == agent && ((pair.customer && pair.customer == customer) ||
                                       (pair.organization && pair.organization == organization));
    });
}

JsonObject to_json(RoutingRules const& rules) {
    JsonArray queues;
    for (auto const& rule : rules.queues) queues.push_back(shown(rule));
    JsonObject units;
    for (std::size_t i = 0; i < kChannels; ++i)
        if (rules.units.units[i] != 1) units[EnumNames<Channel>::all[i]] = rules.units.units[i];
    return {{"learns", rules.learns}, {"units", std::move(units)}, {"queues", std::move(queues)}};
}

RoutingRules routing_rules_from(JsonObject const& document) {
    RoutingRules out;
    out.learns = bool_at(document, "learns", true);
    auto const* units = document.if_contains("units");
    for (std::size_t i = 0; units != nullptr && units->is_object() && i < kChannels; ++i)
        if (auto const said = int_at(units->get_object(), EnumNames<Channel>::all[i]); said >= 1 && said <= kMostUnits)
            out.units.units[i] = static_cast<int>(said);
    for (auto const& item : array_at(document, "queues"))
        if (item.is_object()) out.queues.push_back(rule_from(item.get_object()));
    return out;
}

}  // namespace lotse::domain
