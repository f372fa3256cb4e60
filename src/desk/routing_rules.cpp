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

Result<void> check_queue(std::set<domain::QueueId> const& known, domain::QueueId id, std::string field) {
    if (known.contains(id)) return {};
    return invalid("queue.missing", "There is no such queue.", std::move(field));
}

Result<void> check_overflow(std::set<domain::QueueId> const& known, domain::QueueRule const& rule,
                            std::string const& at) {
    std::set<domain::QueueId> seen{rule.queue};
    int before = 0;
    for (std::size_t i = 0; i < rule.overflow.size(); ++i) {
        auto const& step = rule.overflow[i];
        auto const field = fmt::format("{}/overflow/{}", at, i);
        CHECK_OK(check_queue(known, step.queue, field + "/queue"));
        if (!seen.insert(step.queue).second)
            return invalid("overflow.twice", "A team helps once, and not itself.", field + "/queue");
        if (step.after_minutes <= before)
            return invalid("overflow.order", "Each step comes later than the one before.", field + "/after_minutes");
        before = step.after_minutes;
    }
    return {};
}

Result<void> check_rules(store::ReadTxn& txn, domain::RoutingRules const& rules) {
    TRY(auto const queues, store::list_queues(txn));
    std::set<domain::QueueId> known;
    for (auto const& queue : queues) known.insert(queue.id);
    std::set<domain::QueueId> seen;
    for (std::size_t i = 0; i < rules.queues.size(); ++i) {
        auto const at = fmt::format("/queues/{}", i);
        CHECK_OK(check_queue(known, rules.queues[i].queue, at + "/queue"));
        if (!seen.insert(rules.queues[i].queue).second)
            return invalid("routing_rules.twice", "Each queue stands here once.", at + "/queue");
        CHECK_OK(check_overflow(known, rules.queues[i], at));
    }
    return {};
}

Result<void> check_pair(store::ReadTxn& txn, domain::BlockedPair const& pair) {
    CHECK_OK(at_field(store::get_agent(txn, pair.agent), "/agent"));
    if (pair.customer && pair.organization)
        return invalid("blocked_pair.both", "Name a customer or an organization, not both.", "/organization");
    if (!pair.customer && !pair.organization)
        return invalid("blocked_pair.neither", "Name the customer or the organization.", "/customer");
    if (pair.customer) return at_field(store::get_customer(txn, pair.customer), "/customer");
    return at_field(store::get_organization(txn, pair.organization), "/organization");
}

}  // namespace

Result<domain::RoutingRules> read_routing(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_routing_rules(txn); });
}

Result<domain::RoutingRules> change_routing(Desk& desk, access::Principal const& principal,
                                            std::int64_t expected_version, domain::RoutingRules rules) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::RoutingRules> {
        CHECK_OK(check_rules(txn, rules));
        TRY(auto now, store::read_routing_rules(txn));
        auto next = rules;
        // An ETag is above 0, so the rules that nobody has changed yet go by 1, as the first that are stored go by 2.
        next.version = expected_version != 0 ? expected_version - 1 : now.version;
        TRY(next.version, store::write_routing_rules(txn, next));
        next.blocked = std::move(now.blocked);
        announce_setup(desk, txn);
        return next;
    });
}

Result<Made<domain::BlockedPair>> block_pair(Desk& desk, access::Principal const& principal,
                                             domain::BlockedPair const& pair, CallKey const& key) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Made<domain::BlockedPair>> {
        CHECK_OK(check_pair(txn, pair));
        TRY(auto const known, store::list_blocked_pairs(txn));
        for (auto const& one : known)
            if (one.agent == pair.agent && one.customer == pair.customer && one.organization == pair.organization)
                return Made<domain::BlockedPair>{one, true};
        auto made = pair;
        made.made_by = principal.agent;
        made.made_at = desk.clock.now();
        made.reason = trim(made.reason);
        announce_setup(desk, txn);
        TRY(made, store::add_blocked_pair(txn, std::move(made)));
        CHECK_OK(remember(txn, key, JsonObject{{"id", made.id.value}}, desk.clock.now()));
        return Made<domain::BlockedPair>{std::move(made), false};
    });
}

Result<void> unblock_pair(Desk& desk, access::Principal const& principal, domain::BlockedPairId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        announce_setup(desk, txn);
        return store::remove_blocked_pair(txn, id);
    });
}

Result<BlockedPairView> view_blocked_pair(Desk& desk, domain::TenantScope const& scope,
                                          domain::BlockedPair const& pair) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<BlockedPairView> {
        BlockedPairView out;
        TRY(auto const setup, desk.setups.get(txn));
        if (auto const* agent = setup->find_agent(pair.agent)) out.agent = agent->name;
        if (auto const* agent = setup->find_agent(pair.made_by)) out.made_by = agent->name;
        if (pair.customer)
            if (auto const customer = store::get_customer(txn, pair.customer)) out.customer = customer->name;
        if (pair.organization)
            if (auto const firm = store::get_organization(txn, pair.organization)) out.organization = firm->name;
        return out;
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
