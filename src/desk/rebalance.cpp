// SPDX-License-Identifier: Apache-2.0
#include "desk/rebalance.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "desk/considered.h"
#include "desk/person_because.h"
#include "desk/plan_rebalance.h"
#include "desk/routing_memory.h"
#include "desk/shift_end.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "desk/waiting_work.h"
#include "desk/weights.h"
#include "store/agents.h"
#include "store/events.h"
#include "store/pool.h"
#include "store/roster.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kShown = 20;
constexpr int kRounds = 5;  // of one call by itself
constexpr std::size_t kKept = 8;  // of the people who were considered
constexpr std::array<std::string_view, 3> kCauses{"button", "hour", "people"};

struct Dealing {
    domain::QueueId queue;
    RebalanceCause cause = RebalanceCause::button;
    domain::AgentId by;  // none if 0: by itself, or by a program
    std::vector<MovedTicket> moves;
};

domain::Event moving_event(Standing const& standing, Dealing const& dealing, domain::Ticket const& ticket,
                           domain::AgentId to, domain::Because const& because) {
    domain::Event out;
    out.ticket = ticket.id;
    out.kind = domain::EventKind::updated;
    out.actor = dealing.by ? domain::Actor::agent : domain::Actor::lotse;
    out.agent = dealing.by;
    out.data["assigned"] = true;
    out.data["dealt_out"] = kCauses[static_cast<std::size_t>(dealing.cause)];
    out.data["reason"] = because.text;
    routing::Loads loads;
    for (auto const& one : standing.people) loads[one.agent.id.value] = one.load;
    auto const duty_of = [&](domain::Agent const& agent) { return standing.find(agent.id)->duty; };
    out.data["considered"] =
        considered_json(routing::stand_of(standing.setup->agents, loads, duty_of, standing.asks(ticket), 0, to, kKept));
    out.at = standing.now;
    out.needs_settling = true;
    return out;
}

// Who waited is claimed as by the pool; who had an owner is still theirs and not begun.
Result<bool> is_still_so(store::WriteTxn& txn, Standing const& standing, domain::Ticket const& ticket,
                         MovedTicket const& move) {
    if (ticket.agent != move.from) return false;
    if (move.from) return may_move(txn, standing, ticket);
    auto const* queue = standing.setup->find_queue(ticket.queue);
    bool const pushes = queue != nullptr && queue->assignment == domain::Assignment::push;
    if (!pushes || !store::may_wait(ticket)) return false;
    return store::claim_in_pool(txn, ticket.id);
}

Result<bool> move_one(Desk& desk, store::WriteTxn& txn, Standing& standing, Dealing const& dealing,
                      MovedTicket const& move) {
    auto found = store::get_ticket(txn, move.ticket);
    if (!found && found.error().kind == Kind::not_found) return false;
    TRY(auto ticket, std::move(found));
    auto const at = standing.at.find(move.to.value);
    if (at == standing.at.end() || move.to == move.from) return false;
    auto* const taker = &standing.people[at->second];
    auto const weight = weight_of(*standing.setup, ticket.channel);
    if (!routing::has_room(taker->agent, taker->load, weight) || !standing.can_take(*taker, ticket)) return false;
    if (dealing.queue && ticket.queue != dealing.queue) return false;
    TRY(bool const is_so, is_still_so(txn, standing, ticket, move));
    if (!is_so) return false;
    auto const because = because_moved(standing, ticket, move.from, move.to);
    auto event = moving_event(standing, dealing, ticket, move.to, because);
    TicketEdit edit(std::move(ticket));
    edit.set_agent(move.to, because);
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    taker->load.add(weight);
    if (auto const from = standing.at.find(move.from.value); from != standing.at.end())
        standing.people[from->second].load.remove(weight);
    txn.after_commit([&desk, tenant = txn.tenant(), agent = move.to, now = standing.now] {
        desk.setups.note_assignment(tenant, agent, now);
    });
    return true;
}

// The people's rows first and in order: two nodes that deal out at once take turns, and the second counts what the first did.
Result<void> take_turn(store::WriteTxn& txn, Dealing const& dealing, Instant now) {
    std::set<domain::AgentId> takers;
    for (auto const& move : dealing.moves)
        if (move.to) takers.insert(move.to);
    for (auto const taker : takers) {
        auto const done = store::touch_assigned(txn, taker, now);
        if (!done && done.error().kind != Kind::not_found) return done;
    }
    return {};
}

Result<Rebalance> deal(Desk& desk, store::WriteTxn& txn, Dealing const& dealing) {
    auto moves = dealing.moves;
    std::ranges::sort(moves, {}, &MovedTicket::ticket);
    CHECK_OK(take_turn(txn, dealing, desk.clock.now()));
    TRY(auto standing, read_standing(desk, txn));
    Rebalance out;
    out.queue = dealing.queue;
    out.by = dealing.by;
    out.at = standing.now;
    out.cause = kCauses[static_cast<std::size_t>(dealing.cause)];
    for (auto const& move : moves) {
        TRY(bool const is_moved, move_one(desk, txn, standing, dealing, move));
        if (is_moved) out.moves.push_back(move);
    }
    if (out.moves.empty()) return out;
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return store::add_rebalance(txn, std::move(out));
}

// Still where the dealing out has put it, and untouched.
Result<bool> can_go_back(store::ReadTxn& txn, Setup const& setup, Rebalance const& rebalance, MovedTicket const& move,
                         domain::Ticket const& ticket) {
    if (ticket.agent != move.to || ticket.merged_into) return false;
    if (move.from && is_begun(ticket)) return false;
    auto const* former = setup.find_agent(move.from);
    if (move.from && (former == nullptr || former->is_disabled)) return false;
    TRY(auto const changes, store::list_changes(txn, ticket.id));
    auto const last =
        std::ranges::find(changes.rbegin(), changes.rend(), "agent", [](auto const& one) { return one.change.field; });
    return last != changes.rend() && last->at == rebalance.at;
}

Result<bool> put_back(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, Rebalance const& rebalance,
                      MovedTicket const& move) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, move.ticket));
    TRY(bool const can, can_go_back(txn, *setup, rebalance, move, ticket));
    if (!can) return false;
    TicketEdit edit(std::move(ticket));
    edit.set_agent(move.from, person_because(*setup, principal));
    auto event = event_by(principal, move.ticket, domain::EventKind::updated, desk.clock.now());
    event.data["undone"] = true;
    event.needs_settling = true;
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    return true;
}

// Another mark: somebody came, went, learned something, or the rules are others.
Result<std::int64_t> mark_of_people(Desk& desk, store::ReadTxn& txn) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const revision, store::roster_revision(txn));
    auto text = fmt::format("{} {}", revision, setup->routing.version);
    for (auto const& one : setup->agents) text += fmt::format(" a{}.{}", one.id.value, one.version);
    for (auto const& one : setup->queues) text += fmt::format(" q{}.{}", one.id.value, one.version);
    for (auto const& one : setup->categories) text += fmt::format(" c{}.{}", one.id.value, one.version);
    for (auto const& one : setup->routing.blocked) text += fmt::format(" b{}", one.id.value);
    return content_mark(text);
}

}  // namespace

Result<RebalancePreview> preview_rebalance(Desk& desk, domain::TenantScope const& scope, domain::QueueId queue) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<RebalancePreview> {
        TRY(auto const setup, desk.setups.get(txn));
        if (queue && setup->find_queue(queue) == nullptr)
            return invalid("queue.missing", "There is no such queue.", "/queue");
        return plan_rebalance(desk, txn, queue, RebalanceCause::button);
    });
}

Result<Made<Rebalance>> apply_rebalance(Desk& desk, access::Principal const& principal, domain::QueueId queue,
                                        std::vector<MovedTicket> const& moves, CallKey const& key) {
    return make_once<Rebalance>(
        desk, principal, key, store::get_rebalance, [&](store::WriteTxn& txn) -> Result<Rebalance> {
            TRY(auto done, deal(desk, txn, {queue, RebalanceCause::button, principal.agent, moves}));
            if (done.moves.empty())
                return conflict("rebalance.outdated",
                                "None of this can be moved any more: the desk has changed. Look at the plan again.");
            return done;
        });
}

Result<UndoneRebalance> undo_rebalance(Desk& desk, access::Principal const& principal, RebalanceId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<UndoneRebalance> {
        UndoneRebalance out;
        TRY(bool const is_first, store::mark_rebalance_undone(txn, id, desk.clock.now()));
        TRY(out.rebalance, store::get_rebalance(txn, id));
        if (!is_first) return conflict("rebalance.undone", "This has been taken back already.");
        for (auto const& move : out.rebalance.moves) {
            TRY(bool const is_back, put_back(desk, txn, principal, out.rebalance, move));
            ++(is_back ? out.back : out.left);
        }
        txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
        return out;
    });
}

Result<RebalanceList> list_rebalances(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<RebalanceList> {
        RebalanceList out;
        TRY(out.setup, desk.setups.get(txn));
        TRY(out.items, store::list_rebalances(txn, kShown));
        return out;
    });
}

Result<int> rebalance(Desk& desk, domain::TenantScope const& scope, RebalanceCause cause) {
    int count = 0;
    for (int round = 0; round < kRounds; ++round) {
        TRY(auto const plan,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return plan_rebalance(desk, txn, {}, cause); }));
        Dealing dealing{{}, cause, {}, {}};
        for (auto const& move : plan.moves) dealing.moves.push_back({move.ticket.id, move.from, move.to});
        if (dealing.moves.empty()) return count;
        TRY(auto const done, desk.store.write(scope, [&](store::WriteTxn& txn) { return deal(desk, txn, dealing); }));
        count += static_cast<int>(done.moves.size());
        if (done.moves.empty() || !plan.has_more) return count;
    }
    return count;
}

Result<int> rebalance_all(Desk& desk, RebalanceCause cause) {
    TRY(auto const tenants, tended_desks(desk));
    int count = 0;
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        if (cause == RebalanceCause::people) {
            TRY(auto const mark,
                desk.store.read(scope, [&](store::ReadTxn& txn) { return mark_of_people(desk, txn); }));
            if (!desk.routing->note_people(tenant.id, mark)) continue;
        }
        TRY(auto const moved, rebalance(desk, scope, cause));
        count += moved;
    }
    return count;
}

}  // namespace lotse::desk
