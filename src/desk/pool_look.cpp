// SPDX-License-Identifier: Apache-2.0
#include "desk/pool_look.h"

#include <algorithm>

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

constexpr std::size_t kKept = 8;  // of the people who were considered
constexpr std::size_t kRechecked = 200;

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
        look.setup->agents, look.loads, [&](auto const& one) { return look.duty_of(one); }, requirement,
        queue != nullptr ? queue->hands_out_below : 0, taking.agent, kKept));
    out.data["weighed"] = weighed_json(taking.weighed);
    out.at = now;
    out.needs_settling = true;
    return out;
}

// The lock of the pool is held by the caller.
Result<std::vector<routing::WeighedTicket>> pick(Desk& desk, domain::TenantScope const& scope, PoolAsk const& ask,
                                                 KeptPool& pool) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<routing::WeighedTicket>> {
        CHECK_OK(pool.follow(desk, txn));
        return pool.pick(txn, ask.agent, ask.accepts, ask.skip);
    });
}

// Whoever goes away or restricts what they take while a round of hand-outs runs is given nothing more by it.
Result<bool> may_still_be_given(Desk& desk, store::ReadTxn& txn, Taking const& taking, domain::Priority priority) {
    if (taking.asked == routing::Asked::asked) return true;
    TRY(auto const setup, desk.setups.get(txn));
    auto const* person = setup->find_agent(taking.agent);
    if (person == nullptr || person->is_disabled) return false;
    auto const duty = setup->roster->duty(*person, desk.clock.now());
    return duty.is_at_work() && duty.takes(priority);
}

Result<void> recheck(Desk& desk, domain::TenantScope const& scope, KeptPool& pool) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return pool.recheck(txn, kRechecked); });
}

}  // namespace

Result<PoolLook> look_at_people(Desk& desk, store::ReadTxn& txn) {
    PoolLook out;
    TRY(out.setup, desk.setups.get(txn));
    TRY(auto const counts, store::count_open_by_agent(txn));
    out.loads.reserve(counts.size());
    for (auto const& one : counts) out.loads[one.agent.value] = load_of(*out.setup, one);
    TRY(out.seen, read_signs_of_life(txn, *out.setup));
    out.at = desk.clock.now();
    return out;
}

domain::Duty PoolLook::duty_of(domain::Agent const& agent) const {
    auto const last = seen.find(agent.id.value);
    return setup->roster->duty(agent, at, last == seen.end() ? std::nullopt : std::optional(last->second));
}

Result<std::vector<routing::WeighedTicket>> pick_from_pool(Desk& desk, domain::TenantScope const& scope,
                                                           PoolAsk const& ask) {
    auto const shared = desk.routing->pool(scope.tenant());
    Lock const lock(shared->mutex);
    return pick(desk, scope, ask, shared->pool);
}

Result<void> recheck_pool(Desk& desk, domain::TenantScope const& scope) {
    auto const shared = desk.routing->pool(scope.tenant());
    Lock const lock(shared->mutex);
    return recheck(desk, scope, shared->pool);
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
    TRY(bool const may_be_given, may_still_be_given(desk, txn, taking, ticket.priority));
    if (!may_be_given) return std::optional<domain::Ticket>();
    auto const* person = look.setup->find_agent(taking.agent);
    if (person == nullptr) return std::optional<domain::Ticket>();

    auto const requirement = requirement_of(*look.setup, taken.ticket, now);
    auto const because = routing::because_taken(*person, taking.asked, taken, requirement);
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
