// SPDX-License-Identifier: Apache-2.0
#include "desk/hand_out.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "desk/pool_look.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "desk/waiting_work.h"
#include "store/events.h"
#include "store/pool.h"
#include "store/tickets.h"

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

domain::Because because_back(domain::Agent const& agent) {
    domain::Because out;
    out.source = "routing";
    out.code = agent.is_disabled ? "routing.owner_gone" : "routing.handed_back";
    out.text = agent.is_disabled ? agent.name + " does not work here any more, so somebody else takes it."
                                 : agent.name + " is away and has not begun it, so it is free for others.";
    return out;
}

// The last word about the owner came from a person.
Result<bool> was_chosen(store::ReadTxn& txn, domain::TicketId ticket) {
    TRY(auto const changes, store::list_changes(txn, ticket));
    bool out = false;
    for (auto const& one : changes)
        if (one.change.field == "agent") out = one.change.because.source == "person";
    return out;
}

bool goes_back(Setup const& setup, domain::Agent const& agent, domain::Ticket const& ticket) {
    if (agent.is_disabled) return true;
    auto const* queue = setup.find_queue(ticket.queue);
    bool const pulls = queue != nullptr && queue->assignment == domain::Assignment::pull;
    return pulls && ticket.status == domain::Status::fresh && !ticket.first_reply_at;
}

// Whether this ticket of somebody who is away may go to others.
Result<bool> may_go_back(store::ReadTxn& txn, Setup const& setup, domain::Agent const& agent,
                         domain::Ticket const& ticket) {
    bool const is_ours = ticket.status == domain::Status::fresh || ticket.status == domain::Status::open;
    if (ticket.agent != agent.id || !is_ours || !goes_back(setup, agent, ticket)) return false;
    if (agent.is_disabled) return true;
    TRY(bool const is_chosen, was_chosen(txn, ticket.id));
    return !is_chosen;
}

Result<bool> give_back(Desk& desk, store::WriteTxn& txn, domain::Agent const& agent, domain::TicketId id) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(bool const is_free, may_go_back(txn, *setup, agent, ticket));
    if (!is_free) return false;
    TicketEdit edit(ticket);
    edit.set_agent({}, because_back(agent));
    domain::Event event;
    event.ticket = id;
    event.kind = domain::EventKind::updated;
    event.data["given_back"] = true;
    event.at = desk.clock.now();
    event.needs_settling = true;
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return true;
}

constexpr int kBackAtOnce = 100;

struct BackPage {
    std::vector<domain::TicketId> tickets;
    std::string next;
};

// Read before anything is written: mostly there is nothing to do, and the job comes by often.
Result<BackPage> page_to_give_back(Desk& desk, store::ReadTxn& txn, domain::Agent const& agent,
                                   store::TicketQuery const& query) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const page, store::list_tickets(txn, query));
    BackPage out;
    out.next = page.next;
    for (auto const& ticket : page.items) {
        TRY(bool const is_free, may_go_back(txn, *setup, agent, ticket));
        if (is_free) out.tickets.push_back(ticket.id);
    }
    return out;
}

// Of one person who is away, the tickets that may go back, a page at a time.
Result<int> give_back_of(Desk& desk, domain::TenantScope const& scope, domain::Agent const& agent) {
    store::TicketQuery query;
    query.agent = agent.id;
    query.statuses = {domain::Status::fresh};
    if (agent.is_disabled) query.statuses.push_back(domain::Status::open);
    query.limit = kBackAtOnce;
    int count = 0;
    for (;;) {
        TRY(auto const page,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return page_to_give_back(desk, txn, agent, query); }));
        for (auto const id : page.tickets) {
            TRY(bool const is_back,
                desk.store.write(scope, [&](store::WriteTxn& txn) { return give_back(desk, txn, agent, id); }));
            count += is_back ? 1 : 0;
        }
        if (page.next.empty()) return count;
        query.after = page.next;
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

Result<int> hand_back(Desk& desk, domain::TenantScope const& scope) {
    std::vector<domain::Agent> away;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const setup, desk.setups.get(txn));
        bool const pulls = std::ranges::any_of(
            setup->queues, [](auto const& queue) { return queue.assignment == domain::Assignment::pull; });
        TRY(auto const loads, store::count_open_by_agent(txn));
        for (auto const& [id, open] : loads) {
            auto const* agent = setup->find_agent(id);
            bool const is_away = agent != nullptr && (agent->is_disabled || (pulls && !agent->is_available));
            if (is_away && open > 0) away.push_back(*agent);
        }
        return {};
    }));
    int count = 0;
    for (auto const& agent : away) {
        TRY(auto const back, give_back_of(desk, scope, agent));
        count += back;
    }
    return count;
}

Result<int> hand_out_all(Desk& desk) {
    TRY(auto const tenants, tended_desks(desk));
    int count = 0;
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(auto const back, hand_back(desk, scope));
        TRY(auto const out, hand_out(desk, scope));
        count += back + out;
    }
    return count;
}

}  // namespace lotse::desk
