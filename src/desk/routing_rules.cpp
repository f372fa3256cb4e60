// SPDX-License-Identifier: Apache-2.0
#include "desk/routing_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "desk/solver_book.h"
#include "store/agents.h"
#include "store/customers.h"
#include "store/routing_rules.h"
#include "store/setup.h"
#include "store/solvers.h"

namespace lotse::desk {
namespace {

Result<void> check_overflow(store::ReadTxn& txn, domain::QueueRule const& rule) {
    std::set<domain::QueueId> seen{rule.queue};
    int before = 0;
    for (std::size_t i = 0; i < rule.overflow.size(); ++i) {
        auto const& step = rule.overflow[i];
        auto const field = fmt::format("/overflow/{}", i);
        CHECK_OK(at_field(store::get_queue(txn, step.queue), (field + "/queue").c_str()));
        if (!seen.insert(step.queue).second)
            return invalid("overflow.twice", "A team helps once, and not itself. Choose another one.",
                           field + "/queue");
        if (step.after_minutes <= before)
            return invalid("overflow.order", "Each team helps later than the one before. Give it a longer time.",
                           field + "/after_minutes");
        before = step.after_minutes;
    }
    return {};
}

// A weight of nothing would let somebody without capacity have tickets.
Result<void> set_units(std::optional<std::int64_t> const& wanted, std::size_t channel, domain::ChannelUnits& units) {
    if (!wanted) return {};
    if (*wanted < 1 || *wanted > domain::kMostUnits)
        return invalid("units.range",
                       fmt::format("An open ticket takes at least 1 unit and at most {}. Choose a number between.",
                                   domain::kMostUnits),
                       fmt::format("/units/{}", domain::EnumNames<domain::Channel>::all[channel]));
    units.units[channel] = static_cast<int>(*wanted);
    return {};
}

domain::QueueRule rule_of(domain::RoutingRules const& rules, domain::QueueId queue) {
    auto const* said = rules.find(queue);
    return said != nullptr ? *said : usual_rule(queue);
}

// What says nothing is not kept.
void put_rule(domain::RoutingRules& rules, domain::QueueRule const& rule) {
    std::erase_if(rules.queues, [&](auto const& one) { return one.queue == rule.queue; });
    if (!(rule == usual_rule(rule.queue))) rules.queues.push_back(rule);
}

Result<void> check_pair(store::ReadTxn& txn, domain::BlockedPair const& pair) {
    CHECK_OK(at_field(store::get_agent(txn, pair.agent), "/agent"));
    if (trim(pair.reason).empty())
        return invalid("blocked_pair.reason", "Say why, for whoever wonders later.", "/reason");
    if (pair.customer && pair.organization)
        return invalid("blocked_pair.both", "Name a customer or an organization, not both.", "/organization");
    if (!pair.customer && !pair.organization)
        return invalid("blocked_pair.neither", "Name the customer or the organization.", "/customer");
    if (pair.customer) return at_field(store::get_customer(txn, pair.customer), "/customer");
    return at_field(store::get_organization(txn, pair.organization), "/organization");
}

Result<BlockedPairView> view_of(Desk& desk, store::ReadTxn& txn, domain::BlockedPair pair) {
    BlockedPairView out;
    TRY(auto const setup, desk.setups.get(txn));
    if (auto const* agent = setup->find_agent(pair.agent)) out.agent = agent->name;
    if (auto const* agent = setup->find_agent(pair.made_by)) out.made_by = agent->name;
    if (pair.customer)
        if (auto const customer = store::get_customer(txn, pair.customer)) out.customer = customer->name;
    if (pair.organization)
        if (auto const firm = store::get_organization(txn, pair.organization)) out.organization = firm->name;
    out.pair = std::move(pair);
    return out;
}

}  // namespace

Result<domain::RoutingRules> read_routing(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_routing_rules(txn); });
}

domain::QueueRule usual_rule(domain::QueueId queue) {
    domain::QueueRule out;
    out.queue = queue;
    out.rebalances_hourly = true;
    return out;
}

// An ETag is above 0, so the rules that nobody has changed yet go by 1, as the first that are stored go by 2.
std::int64_t version_of(domain::RoutingRules const& rules) { return rules.version + 1; }

Result<domain::RoutingRules> change_routing(Desk& desk, access::Principal const& principal,
                                            std::int64_t expected_version, RoutingPatch const& patch) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::RoutingRules> {
        TRY(auto rules, store::read_routing_rules(txn));
        if (expected_version != 0) rules.version = expected_version - 1;
        rules.learns = patch.learns.value_or(rules.learns);
        for (std::size_t i = 0; i < domain::kChannels; ++i) CHECK_OK(set_units(patch.units[i], i, rules.units));
        TRY(rules.version, store::write_routing_rules(txn, rules));
        announce_setup(desk, txn);
        return rules;
    });
}

Result<domain::QueueRule> get_queue_rule(Desk& desk, domain::TenantScope const& scope, domain::QueueId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<domain::QueueRule> {
        CHECK_OK(store::get_queue(txn, id));
        TRY(auto const rules, store::read_routing_rules(txn));
        return rule_of(rules, id);
    });
}

std::int64_t version_of(domain::QueueRule const& rule) {
    domain::RoutingRules one;
    one.queues = {rule};
    return content_mark(to_string(domain::to_json(one)));
}

Result<domain::QueueRule> change_queue_rule(Desk& desk, access::Principal const& principal,
                                            std::int64_t expected_version, domain::QueueRule rule) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::QueueRule> {
        CHECK_OK(store::get_queue(txn, rule.queue));
        TRY(auto rules, store::read_routing_rules(txn));
        if (expected_version != 0 && version_of(rule_of(rules, rule.queue)) != expected_version)
            return conflict("queue_rule.stale_version",
                            "Somebody changed this queue's rules meanwhile. Load them anew.");
        CHECK_OK(check_overflow(txn, rule));
        put_rule(rules, rule);
        CHECK_OK(store::write_routing_rules(txn, rules));
        announce_setup(desk, txn);
        return rule;
    });
}

Result<std::vector<BlockedPairView>> list_blocked_pairs(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<BlockedPairView>> {
        TRY(auto pairs, store::list_blocked_pairs(txn));
        std::vector<BlockedPairView> out;
        for (auto& pair : pairs) {
            TRY(auto view, view_of(desk, txn, std::move(pair)));
            out.push_back(std::move(view));
        }
        return out;
    });
}

Result<BlockedPairView> get_blocked_pair(Desk& desk, domain::TenantScope const& scope, domain::BlockedPairId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<BlockedPairView> {
        TRY(auto pair, store::get_blocked_pair(txn, id));
        return view_of(desk, txn, std::move(pair));
    });
}

Result<Made<BlockedPairView>> block_pair(Desk& desk, access::Principal const& principal,
                                         domain::BlockedPair const& pair, CallKey const& key) {
    bool stood = false;
    auto const add = [&](store::WriteTxn& txn) -> Result<domain::BlockedPair> {
        CHECK_OK(check_pair(txn, pair));
        TRY(auto const known, store::list_blocked_pairs(txn));
        for (auto const& one : known) {
            if (one.agent != pair.agent || one.customer != pair.customer || one.organization != pair.organization)
                continue;
            stood = true;
            return one;
        }
        auto made = pair;
        made.made_by = principal.agent;
        made.made_at = desk.clock.now();
        made.reason = trim(made.reason);
        announce_setup(desk, txn);
        return store::add_blocked_pair(txn, std::move(made));
    };
    TRY(auto const made, make_once<domain::BlockedPair>(desk, principal, key, store::get_blocked_pair, add));
    TRY(auto view, get_blocked_pair(desk, principal.scope, made.value.id));
    return Made<BlockedPairView>{std::move(view), made.is_known || stood};
}

Result<void> unblock_pair(Desk& desk, access::Principal const& principal, domain::BlockedPairId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        announce_setup(desk, txn);
        return store::remove_blocked_pair(txn, id);
    });
}

Result<std::vector<OwnSolved>> own_solved(Desk& desk, access::Principal const& principal) {
    if (!principal.agent) return conflict("solved.person", "Only a person has solved anything: sign in.");
    auto const now = desk.clock.now();
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<std::vector<OwnSolved>> {
        std::vector<OwnSolved> out;
        TRY(auto const setup, desk.setups.get(txn));
        auto const* agent = setup->find_agent(principal.agent);
        if (!setup->routing.learns || agent == nullptr) return out;
        TRY(auto const rows, store::list_solved_by(txn, principal.agent, domain::Trait::category));
        for (auto const& row : rows) {
            auto const* category = setup->find_category(domain::CategoryId{row.value});
            if (category == nullptr) continue;
            auto const& solved = row.solver.solved;
            out.push_back({category->id, routing::as_of(solved, now).n,
                           routing::pace_of(declared_prior(*agent, category), solved, now)});
        }
        std::ranges::sort(out, std::greater<>{}, &OwnSolved::solved);
        return out;
    });
}

}  // namespace lotse::desk
