// SPDX-License-Identifier: Apache-2.0
#include "desk/hand_out.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "desk/availability.h"
#include "desk/place_waiting.h"
#include "desk/pool_look.h"
#include "desk/waiting_work.h"
#include "store/pool.h"

namespace lotse::desk {
namespace {

using routing::Candidate;

std::vector<domain::QueueId> queues_that_hand_out(Setup const& setup) {
    std::vector<domain::QueueId> out;
    for (auto const& queue : setup.queues)
        if (queue.assignment == domain::Assignment::pull && queue.hands_out_below > 0) out.push_back(queue.id);
    return out;
}

// How many open tickets somebody may own and still be given one of this kind.
bool has_room(Setup const& setup, Candidate const& person, routing::Requirement const& requirement) {
    if (routing::find_hindrance(person, requirement.priority)) return false;
    auto const* queue = setup.find_queue(requirement.queue);
    if (queue == nullptr || person.open_tickets >= person.agent.capacity) return false;
    bool const interrupts = requirement.priority >= domain::Priority::high;
    return person.open_tickets < queue->hands_out_below + (interrupts ? 1 : 0);
}

// Those with least to do first, then those who have gone longest without a new ticket.
std::vector<domain::AgentId> people_at_work(PoolLook const& look) {
    std::vector<Candidate const*> there;
    for (auto const& person : look.people)
        if (person.agent.is_available && !person.agent.is_disabled) there.push_back(&person);
    std::ranges::sort(there, {}, [](Candidate const* one) {
        return std::tuple(one->open_tickets, one->agent.last_assigned_at.value_or(Instant::min()), one->agent.id);
    });
    std::vector<domain::AgentId> out;
    for (auto const* one : there) out.push_back(one->agent.id);
    return out;
}

Candidate& person_in(PoolLook& look, domain::AgentId id) {
    return *std::ranges::find(look.people, id, [](auto const& one) { return one.agent.id; });
}

// Gives this person one ticket; false if there is none for them.
Result<bool> give_one(Desk& desk, domain::TenantScope const& scope, std::vector<domain::QueueId> const& queues,
                      domain::AgentId id, std::set<domain::TicketId>& gone, PoolLook& look) {
    for (;;) {
        auto& person = person_in(look, id);
        Taking const taking{
            id, routing::Asked::was_free,
            look.waiting.next_for(id, desk.clock.now(),
                                  [&](auto const& asks) { return has_room(*look.setup, person, asks); }),
            0};
        if (taking.weighed.empty()) return false;
        TRY(auto const taken,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return take_from_pool(desk, txn, look, taking); }));
        auto const ticket = taking.weighed[0].ticket.ticket;
        gone.insert(ticket);
        look.waiting.remove(ticket);
        CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) {
            return look_again(desk, txn, queues, taken ? std::set<domain::TicketId>{} : gone, look);
        }));
        if (!taken) continue;
        ++person.open_tickets;
        person.agent.last_assigned_at = desk.clock.now();
        return true;
    }
}

}  // namespace

Result<int> hand_out(Desk& desk, domain::TenantScope const& scope) {
    std::vector<domain::QueueId> queues;
    std::set<domain::TicketId> gone;
    TRY(auto found, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::optional<PoolLook>> {
        TRY(auto const setup, desk.setups.get(txn));
        queues = queues_that_hand_out(*setup);
        bool waits = false;
        for (auto const queue : queues) {
            TRY(auto const count, store::count_in_pool(txn, queue, 1));
            waits = waits || count > 0;
        }
        if (!waits) return std::optional<PoolLook>();
        TRY(auto seen, look_at_pool(desk, txn, queues, {}, {}));
        return std::optional(std::move(seen));
    }));
    if (!found) return 0;
    int count = 0;
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (auto const id : people_at_work(*found)) {
            TRY(bool const is_given, give_one(desk, scope, queues, id, gone, *found));
            count += is_given ? 1 : 0;
            goes_on = goes_on || is_given;
        }
    }
    return count;
}

Result<int> hand_out_all(Desk& desk, Look look) {
    TRY(auto const tenants, tended_desks(desk));
    int count = 0;
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        if (look == Look::whole) CHECK_OK(turn_hands(desk, scope));
        TRY(auto const back, hand_back(desk, scope, look));
        TRY(auto const placed, place_waiting(desk, scope));
        TRY(auto const out, hand_out(desk, scope));
        count += back + placed + out;
    }
    return count;
}

}  // namespace lotse::desk
