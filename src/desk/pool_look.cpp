// SPDX-License-Identifier: Apache-2.0
#include "desk/pool_look.h"

#include <algorithm>

#include "desk/considered.h"
#include "desk/gather.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/agents.h"
#include "store/pool.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kAcquaintances = 8;
constexpr std::size_t kKept = 8;  // of the people who were considered

Result<void> add_heads(Desk& desk, store::ReadTxn& txn, std::vector<domain::QueueId> const& queues,
                       std::set<domain::TicketId> const& skip, PoolLook& look) {
    auto const done = desk.clock.now() + routing::SlackRules{}.touch;
    for (auto const queue : queues) {
        TRY(auto const heads, store::pool_heads(txn, queue, done, skip));
        for (auto const& head : heads) look.waiting.add(head, requirement_of(*look.setup, head));
    }
    return {};
}

domain::Event taking_event(PoolLook const& look, Taking const& taking, routing::Requirement const& requirement,
                           domain::Because const& because, Instant now) {
    domain::Event out;
    bool const is_asked = taking.asked == routing::Asked::asked;
    auto const& taken = taking.weighed[taking.at];
    auto const* queue = look.setup->find_queue(taken.ticket.queue);
    out.ticket = taken.ticket.ticket;
    out.kind = domain::EventKind::updated;
    out.actor = is_asked ? domain::Actor::agent : domain::Actor::lotse;
    if (is_asked) out.agent = taking.agent;
    out.data["assigned"] = true;
    out.data["taken"] = is_asked ? "asked" : "was_free";
    out.data["reason"] = because.text;
    out.data["considered"] = considered_json(routing::stand_of(
        look.people, requirement, queue != nullptr ? queue->hands_out_below : 0, taking.agent, kKept));
    out.data["weighed"] = weighed_json(taking.weighed);
    out.at = now;
    out.needs_settling = true;
    return out;
}

}  // namespace

routing::Candidate const* PoolLook::find(domain::AgentId agent) const {
    auto const found = std::ranges::find(people, agent, [](auto const& one) { return one.agent.id; });
    return found == people.end() ? nullptr : &*found;
}

// A queue that was deleted meanwhile asks for what nobody has; its tickets are moved by people.
routing::Requirement requirement_of(Setup const& setup, domain::PooledTicket const& pooled) {
    auto const* queue = setup.find_queue(pooled.queue);
    return routing::requirement_of(queue != nullptr ? *queue : domain::Queue{}, setup.find_category(pooled.category),
                                   pooled.language, pooled.priority);
}

Result<PoolLook> look_at_pool(Desk& desk, store::ReadTxn& txn, std::vector<domain::QueueId> const& queues,
                              domain::AgentId whose, std::set<domain::TicketId> const& skip) {
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto people, read_candidates(desk, txn, *setup));
    routing::HandOut waiting(people);
    PoolLook out{std::move(setup), std::move(people), std::move(waiting)};
    CHECK_OK(add_heads(desk, txn, queues, skip, out));
    if (!whose) return out;
    TRY(auto const known, store::pool_of_acquaintances(txn, whose, kAcquaintances));
    for (auto const& one : known)
        if (std::ranges::find(queues, one.queue) != queues.end() && !skip.contains(one.ticket))
            out.waiting.add(one, requirement_of(*out.setup, one));
    return out;
}

Result<void> look_again(Desk& desk, store::ReadTxn& txn, std::vector<domain::QueueId> const& queues,
                        std::set<domain::TicketId> const& skip, PoolLook& look) {
    return add_heads(desk, txn, queues, skip, look);
}

Result<std::optional<domain::Ticket>> take_from_pool(Desk& desk, store::WriteTxn& txn, PoolLook const& look,
                                                     Taking const& taking) {
    auto const now = desk.clock.now();
    auto const& taken = taking.weighed[taking.at];
    TRY(bool const is_ours, store::claim_in_pool(txn, taken.ticket.ticket));
    if (!is_ours) return std::optional<domain::Ticket>();
    TRY(auto ticket, store::get_ticket(txn, taken.ticket.ticket));
    // Moved to another queue a moment ago: its settlement will put it where it belongs.
    if (!store::may_wait(ticket) || ticket.queue != taken.ticket.queue) return std::optional<domain::Ticket>();
    auto const* person = look.find(taking.agent);
    if (person == nullptr) return std::optional<domain::Ticket>();

    auto const requirement = requirement_of(*look.setup, taken.ticket);
    auto const because = routing::because_taken(person->agent, taking.asked, taken, requirement);
    TicketEdit edit(std::move(ticket));
    edit.set_agent(taking.agent, because);
    TRY(auto done,
        store_step(txn, taking_event(look, taking, requirement, because, now), edit.changes(), edit.ticket()));
    CHECK_OK(store::touch_assigned(txn, taking.agent, now));
    txn.after_commit([&desk, tenant = txn.tenant(), agent = taking.agent, now] {
        desk.setups.note_assignment(tenant, agent, now);
        desk.signals.event_stored(tenant);
    });
    return std::optional(std::move(done.ticket));
}

}  // namespace lotse::desk
