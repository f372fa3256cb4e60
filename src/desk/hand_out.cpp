// SPDX-License-Identifier: Apache-2.0
#include "desk/hand_out.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "desk/availability.h"
#include "desk/place_waiting.h"
#include "desk/pool_look.h"
#include "desk/routing_memory.h"
#include "desk/waiting_work.h"
#include "desk/weights.h"
#include "store/pool.h"
#include "store/roster.h"

namespace lotse::desk {
namespace {

bool hands_out(domain::Queue const& queue) {
    return queue.assignment == domain::Assignment::pull && queue.hands_out_below > 0;
}

// Whether somebody may still be given one of this kind: by what it weighs, and by how many open tickets the queue wants of one
// person at once.
bool has_room(Setup const& setup, domain::Agent const& person, routing::Load const& load,
              routing::Requirement const& requirement) {
    auto const* queue = setup.find_queue(requirement.queue);
    if (queue == nullptr || !hands_out(*queue) || !routing::has_room(person, load, requirement.weight)) return false;
    bool const interrupts = requirement.priority >= domain::Priority::high;
    return load.tickets < queue->hands_out_below + (interrupts ? 1 : 0);
}

// Those with least to do first, then those who have gone longest without a new ticket. Who has no room in any queue is not
// asked.
std::vector<domain::AgentId> people_with_room(Desk& desk, domain::TenantId tenant, PoolLook const& look) {
    int most = 0;
    for (auto const& queue : look.setup->queues)
        if (hands_out(queue)) most = std::max(most, queue.hands_out_below + 1);
    using Place = std::tuple<int, Instant, domain::AgentId>;
    std::vector<Place> there;
    for (auto const& person : look.setup->agents) {
        auto const load = routing::load_of(look.loads, person.id);
        bool const has_any = load.tickets < most && has_any_room(*look.setup, person, load);
        if (person.is_disabled || !has_any || !look.duty_of(person).is_at_work()) continue;
        there.emplace_back(load.tickets, desk.setups.last_assignment(tenant, person).value_or(Instant::min()),
                           person.id);
    }
    std::ranges::sort(there);
    std::vector<domain::AgentId> out;
    for (auto const& one : there) out.push_back(std::get<domain::AgentId>(one));
    return out;
}

// Gives this person one ticket; false if there is none for them.
Result<bool> give_one(Desk& desk, domain::TenantScope const& scope, domain::AgentId id, PoolLook& look,
                      std::set<domain::TicketId>& gone) {
    auto const* person = look.setup->find_agent(id);
    auto const duty = look.duty_of(*person);
    for (;;) {
        auto const load = routing::load_of(look.loads, id);
        Taking taking{id, routing::Asked::was_free, {}, 0};
        TRY(taking.weighed, pick_from_pool(desk, scope,
                                           {id,
                                            [&](auto const& asks) {
                                                return duty.takes(asks.priority) &&
                                                       has_room(*look.setup, *person, load, asks);
                                            },
                                            gone}));
        if (taking.weighed.empty()) return false;
        TRY(auto const taken,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return take_from_pool(desk, txn, look, taking); }));
        gone.insert(taking.weighed[0].ticket.ticket);
        if (!taken) continue;
        look.loads[id.value].add(weight_of(*look.setup, taking.weighed[0].ticket.channel));
        return true;
    }
}

}  // namespace

Result<int> hand_out(Desk& desk, domain::TenantScope const& scope) {
    std::set<domain::TicketId> gone;
    TRY(auto look, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::optional<PoolLook>> {
        TRY(auto const setup, desk.setups.get(txn));
        bool waits = false;
        for (auto const& queue : setup->queues) {
            if (waits || !hands_out(queue)) continue;
            TRY(auto const count, store::count_in_pool(txn, queue.id, 1));
            waits = count > 0;
        }
        if (!waits) return std::optional<PoolLook>();
        TRY(auto seen, look_at_people(desk, txn));
        return std::optional(std::move(seen));
    }));
    if (!look) return 0;
    int count = 0;
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (auto const id : people_with_room(desk, scope.tenant(), *look)) {
            TRY(bool const is_given, give_one(desk, scope, id, *look, gone));
            count += is_given ? 1 : 0;
            goes_on = goes_on || is_given;
        }
    }
    return count;
}

Result<int> hand_out_all(Desk& desk, Look asked) {
    TRY(auto const tenants, tended_desks(desk));
    int count = 0;
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(auto const revision, desk.store.read(scope, store::roster_revision));
        auto const look = desk.routing->note_roster(tenant.id, revision) ? Look::whole : asked;
        if (look == Look::whole) CHECK_OK(turn_hands(desk, scope));
        TRY(auto const back, hand_back(desk, scope, look));
        TRY(auto const placed, place_waiting(desk, scope));
        TRY(auto const out, hand_out(desk, scope));
        CHECK_OK(recheck_pool(desk, scope));
        count += back + placed + out;
    }
    return count;
}

}  // namespace lotse::desk
