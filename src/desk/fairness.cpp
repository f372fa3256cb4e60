// SPDX-License-Identifier: Apache-2.0
#include "desk/fairness.h"

#include <algorithm>

#include "desk/pool_look.h"
#include "desk/waiting_work.h"
#include "routing/requirement.h"
#include "store/work_days.h"

namespace lotse::desk {
namespace {

constexpr std::int64_t kMostThousandths = 10'000;  // who has ten times their capacity has no more than that

bool works_anywhere(Setup const& setup, domain::Agent const& agent) {
    return std::ranges::any_of(setup.queues, [&](auto const& queue) { return routing::works_for(agent, queue.id); });
}

std::string_view name_in(Setup const& setup, domain::AgentId id) {
    auto const* agent = setup.find_agent(id);
    return agent != nullptr ? std::string_view(agent->name) : std::string_view();
}

void tell_teams(Fairness& out) {
    for (auto const& queue : out.setup->queues) {
        std::vector<insight::WorkShare> there;
        for (auto const& one : out.people) {
            auto const* agent = out.setup->find_agent(one.agent);
            if (routing::works_for(*agent, queue.id)) there.push_back(one);
        }
        if (!there.empty()) out.teams.push_back({queue.id, insight::team_of(there)});
    }
}

struct Seen {
    domain::AgentId agent;
    std::int64_t thousandths = 0;
};

Result<std::vector<Seen>> look(Desk& desk, store::ReadTxn& txn) {
    std::vector<Seen> out;
    TRY(auto const people, look_at_people(desk, txn));
    for (auto const& agent : people.setup->agents) {
        if (agent.is_disabled || agent.capacity <= 0 || !works_anywhere(*people.setup, agent)) continue;
        if (!people.duty_of(agent).is_at_work()) continue;
        std::int64_t const units = routing::load_of(people.loads, agent.id).units;
        out.push_back({agent.id, std::min(units * 1000 / agent.capacity, kMostThousandths)});
    }
    return out;
}

}  // namespace

Result<Fairness> read_fairness(Desk& desk, domain::TenantScope const& scope, int days) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Fairness> {
        Fairness out;
        TRY(out.setup, desk.setups.get(txn));
        out.until = desk.clock.now();
        out.from = std::chrono::floor<std::chrono::days>(out.until) - std::chrono::days{days - 1};
        TRY(auto const rows, store::list_work_days(txn, store::day_of(out.from), store::day_of(out.until)));
        out.people = insight::shares_of(rows);
        std::erase_if(out.people, [&](auto const& one) {
            auto const* agent = out.setup->find_agent(one.agent);
            return agent == nullptr || agent->is_disabled;
        });
        std::ranges::sort(out.people, {}, [&](auto const& one) { return name_in(*out.setup, one.agent); });
        out.all = insight::team_of(out.people);
        tell_teams(out);
        return out;
    });
}

Result<void> note_loads(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const seen, desk.store.read(scope, [&](store::ReadTxn& txn) { return look(desk, txn); }));
    if (seen.empty()) return {};
    auto const now = desk.clock.now();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        for (auto const& one : seen) CHECK_OK(store::note_load(txn, one.agent, one.thousandths, now));
        return store::forget_work_days(txn, store::day_of(now - kWorkDaysKept));
    });
}

Result<void> note_all_loads(Desk& desk) {
    TRY(auto const tenants, tended_desks(desk));
    for (auto const& tenant : tenants) CHECK_OK(note_loads(desk, domain::ScopeMint::for_tenant(tenant.id)));
    return {};
}

}  // namespace lotse::desk
