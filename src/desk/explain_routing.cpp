// SPDX-License-Identifier: Apache-2.0
#include "desk/explain_routing.h"

#include <algorithm>
#include <unordered_map>

#include "desk/considered.h"
#include "desk/gather.h"
#include "desk/learn_solvers.h"
#include "desk/pool_look.h"
#include "desk/weights.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/pool.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kShownPeople = 50;
constexpr int kMostCounted = 1000;
constexpr std::size_t kShownUsual = 3;
constexpr double kLeastShare = 0.1;

// The last change of the owner, with the event that holds what was considered.
Result<void> read_decision(store::ReadTxn& txn, RoutingView& view) {
    TRY(auto const changes, store::list_changes(txn, view.ticket.id));
    auto const last = std::ranges::find(changes.rbegin(), changes.rend(), std::string("agent"),
                                        [](auto const& stored) { return stored.change.field; });
    if (last == changes.rend()) return {};
    view.because = last->change.because;
    view.decided_at = last->at;
    TRY(auto const event, store::get_event(txn, last->event));
    view.considered = considered_in(array_at(event.data, "considered"));
    for (auto const& item : array_at(event.data, "weighed")) {
        if (!item.is_object()) continue;
        OtherTicket other{domain::TicketId{int_at(item.get_object(), "ticket")}, {}, item.get_object()};
        if (auto const found = store::get_ticket(txn, other.ticket)) other.subject = found->subject;
        view.weighed.push_back(std::move(other));
    }
    return {};
}

// Why nobody has it, as routing would say at this moment.
void explain_absence(RoutingView& view, std::vector<routing::Candidate> const& people) {
    routing::RoutingFacts facts;
    facts.current_queue = view.ticket.queue;
    facts.queue_is_fixed = true;
    facts.category = view.setup->find_category(view.ticket.category);
    facts.queues = view.setup->queues;
    facts.candidates = people;
    facts.language = view.ticket.language;
    facts.priority = view.ticket.priority;
    facts.weight = weight_of(*view.setup, view.ticket.channel);
    for (auto& one : facts.candidates)
        one.is_blocked = view.setup->routing.is_blocked(one.agent.id, view.ticket.customer, view.ticket.organization);
    auto const place = routing::place(facts);
    view.decided_at.reset();
    view.considered.clear();
    view.weighed.clear();
    if (!place.agent) {
        view.because = place.agent_because;
        return;
    }
    view.because = {};
    view.because.source = "routing";
    view.because.code = "routing.not_placed";
    view.because.text =
        "Somebody could take it. A ticket gets its owner when something happens to it, or when one is chosen.";
}

// Those who are not kept apart from the customer.
std::vector<domain::Agent> open_to(Setup const& setup, domain::Ticket const& ticket) {
    auto out = setup.agents;
    if (!setup.routing.blocked.empty())
        std::erase_if(out, [&](auto const& agent) {
            return setup.routing.is_blocked(agent.id, ticket.customer, ticket.organization);
        });
    return out;
}

routing::Loads loads_of(std::vector<routing::Candidate> const& people) {
    routing::Loads out;
    for (auto const& one : people) out[one.agent.id.value] = one.load;
    return out;
}

// By name and without figures: this is no order of merit.
Result<std::vector<domain::AgentId>> usual_names(store::ReadTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                                                 Instant now) {
    TRY(auto const likely, usual_solvers(txn, setup, ticket, now, kShownUsual));
    std::vector<domain::AgentId> out;
    for (auto const& one : likely)
        if (one.share >= kLeastShare) out.push_back(one.agent);
    std::ranges::sort(out, {}, [&](domain::AgentId id) { return setup.find_agent(id)->name; });
    return out;
}

// Without an owner and yet in no pool.
Result<domain::Because> because_outside(store::ReadTxn& txn, domain::TicketId id) {
    TRY(auto const articles, store::list_articles(txn, id, {}, 1));
    bool const needs_look = !articles.empty() && (articles[0].is_automatic || articles[0].is_quarantined);
    domain::Because out;
    out.source = "routing";
    out.code = needs_look ? "routing.needs_look" : "routing.not_settled";
    out.text = needs_look ? "A machine sent it or nobody vouches for its sender: it waits for a person to look at it."
                          : "Lotse has yet to decide about it.";
    return out;
}

}  // namespace

Result<RoutingView> explain_routing(Desk& desk, domain::TenantScope const& scope, domain::TicketId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<RoutingView> {
        RoutingView view;
        TRY(view.setup, desk.setups.get(txn));
        TRY(view.ticket, store::get_ticket(txn, id));
        auto const* queue = view.setup->find_queue(view.ticket.queue);
        TRY(auto const people, read_candidates(desk, txn, *view.setup));
        CHECK_OK(read_decision(txn, view));
        TRY(view.waiting, store::find_in_pool(txn, id));
        bool const is_ours = store::may_wait(view.ticket);
        // What a person, a look that is needed, or the time before the pool left without owner keeps its stored reason.
        if (!view.ticket.agent && is_ours) explain_absence(view, people);
        if (is_ours && !view.waiting) {
            TRY(view.because, because_outside(txn, id));
        }
        if (view.waiting) {
            TRY(view.ahead, store::count_in_pool(txn, view.ticket.queue, kMostCounted));
        }
        if (queue == nullptr) return view;
        auto const requirement = requirement_of(*view.setup, store::pooled(view.ticket, {}), desk.clock.now());
        int const busy_from = queue->assignment == domain::Assignment::pull ? queue->hands_out_below : 0;
        std::unordered_map<std::int64_t, domain::Duty> duties;
        for (auto const& one : people) duties[one.agent.id.value] = one.duty;
        view.now = routing::stand_of(
            open_to(*view.setup, view.ticket), loads_of(people), [&](auto const& one) { return duties[one.id.value]; },
            requirement, busy_from, view.ticket.agent, kShownPeople);
        TRY(view.usual, usual_names(txn, *view.setup, view.ticket, desk.clock.now()));
        return view;
    });
}

}  // namespace lotse::desk
