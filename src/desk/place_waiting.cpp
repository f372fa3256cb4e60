// SPDX-License-Identifier: Apache-2.0
#include "desk/place_waiting.h"

#include <algorithm>
#include <set>

#include "desk/considered.h"
#include "desk/gather.h"
#include "desk/routing_memory.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "desk/weights.h"
#include "store/agents.h"
#include "store/pool.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kMostAtOnce = 200;
constexpr int kMostPassedOver = 50;

struct Waiting {
    std::shared_ptr<Setup const> setup;
    std::vector<routing::Candidate> people;
    std::vector<domain::PooledTicket> heads;
    std::shared_ptr<SolverBook const> solvers;  // null: the desk does not learn
    Instant at{};
};

Result<Waiting> look(Desk& desk, store::ReadTxn& txn, std::set<domain::TicketId> const& skip) {
    Waiting out;
    TRY(out.setup, desk.setups.get(txn));
    if (out.setup->roster->is_empty()) return out;
    for (auto const& queue : out.setup->queues) {
        if (queue.assignment != domain::Assignment::push) continue;
        TRY(auto const heads, store::pool_heads(txn, queue.id, desk.clock.now(), skip));
        out.heads.insert(out.heads.end(), heads.begin(), heads.end());
    }
    if (out.heads.empty()) return out;
    std::ranges::sort(out.heads, {}, &domain::PooledTicket::due_at);
    TRY(out.people, read_candidates(desk, txn, *out.setup));
    if (out.setup->routing.learns) out.solvers = desk.routing->solvers(txn.tenant());
    out.at = desk.clock.now();
    return out;
}

routing::Placement place_of(Waiting const& waiting, domain::PooledTicket const& one) {
    routing::RoutingFacts facts;
    facts.current_queue = one.queue;
    facts.queue_is_fixed = true;
    facts.category = waiting.setup->find_category(one.category);
    facts.queues = waiting.setup->queues;
    facts.candidates = waiting.people;
    facts.language = one.language;
    facts.priority = one.priority;
    facts.weight = weight_of(*waiting.setup, one.channel);
    for (auto& person : facts.candidates) {
        if (waiting.solvers) person.pace = waiting.solvers->pace(person.agent, facts.category, waiting.at);
        person.is_blocked = waiting.setup->routing.is_blocked(person.agent.id, one.customer, one.organization);
    }
    return routing::place(facts);
}

// What weighs less may stand behind a ticket that only finds everybody too full.
bool may_pass_over(Waiting const& waiting, routing::Placement const& place) {
    return weighs(*waiting.setup) && place.agent_because.code == "routing.all_full" &&
           std::ranges::any_of(waiting.people, [&](auto const& one) {
               return one.agent.is_available && has_any_room(*waiting.setup, one.agent, one.load);
           });
}

Result<bool> give(Desk& desk, store::WriteTxn& txn, domain::PooledTicket const& one, routing::Placement const& place) {
    auto const now = desk.clock.now();
    TRY(bool const is_ours, store::claim_in_pool(txn, one.ticket));
    if (!is_ours) return false;
    TRY(auto ticket, store::get_ticket(txn, one.ticket));
    if (!store::may_wait(ticket) || ticket.queue != one.queue) return false;
    TicketEdit edit(std::move(ticket));
    edit.set_agent(place.agent, place.agent_because);
    domain::Event event;
    event.ticket = one.ticket;
    event.kind = domain::EventKind::updated;
    event.actor = domain::Actor::lotse;
    event.data["assigned"] = true;
    event.data["reason"] = place.agent_because.text;
    event.data["considered"] = considered_json(place.considered);
    event.at = now;
    event.needs_settling = true;
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    CHECK_OK(store::touch_assigned(txn, place.agent, now));
    txn.after_commit([&desk, tenant = txn.tenant(), agent = place.agent, now] {
        desk.setups.note_assignment(tenant, agent, now);
        desk.signals.event_stored(tenant);
    });
    return true;
}

}  // namespace

Result<int> place_waiting(Desk& desk, domain::TenantScope const& scope) {
    int count = 0;
    int passed_over = 0;
    std::set<domain::TicketId> seen;
    for (bool goes_on = true; goes_on && count < kMostAtOnce;) {
        goes_on = false;
        TRY(auto waiting, desk.store.read(scope, [&](store::ReadTxn& txn) { return look(desk, txn, seen); }));
        for (auto const& one : waiting.heads) {
            auto const place = place_of(waiting, one);
            if (!place.agent) {
                if (!may_pass_over(waiting, place) || ++passed_over > kMostPassedOver) continue;
                seen.insert(one.ticket);
                goes_on = true;
                continue;
            }
            seen.insert(one.ticket);
            TRY(bool const is_given,
                desk.store.write(scope, [&](store::WriteTxn& txn) { return give(desk, txn, one, place); }));
            goes_on = true;
            if (!is_given) continue;
            ++count;
            auto& taker = *std::ranges::find(waiting.people, place.agent, [](auto const& p) { return p.agent.id; });
            taker.load.add(weight_of(*waiting.setup, one.channel));
            taker.agent.last_assigned_at = desk.clock.now();
        }
    }
    return count;
}

}  // namespace lotse::desk
