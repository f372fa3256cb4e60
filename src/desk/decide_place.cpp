// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_place.h"

#include <algorithm>

#include "base/text.h"
#include "desk/shift_end.h"
#include "desk/weights.h"

namespace lotse::desk {
namespace {

domain::QueueId queue_of_address(Facts const& facts) {
    auto const recipient = text_at(facts.event.data, "recipient");
    if (recipient.empty()) return {};
    for (auto const& queue : facts.setup->queues)
        if (equals_ignoring_case(queue.address, recipient)) return queue.id;
    return {};
}

// Experience, acquaintance, and who is kept apart from whom.
void note_people(Facts const& facts, domain::Ticket const& ticket, routing::RoutingFacts& out) {
    auto const& rules = facts.setup->routing;
    for (auto& one : out.candidates) {
        if (facts.solvers) one.pace = facts.solvers->pace(one.agent, out.category, facts.now);
        one.is_blocked = rules.is_blocked(one.agent.id, ticket.customer, ticket.organization);
    }
    out.sticky_agent = facts.known_by;
    out.is_sticky_by_thread = facts.known_by_thread;
    auto const* owner = facts.setup->find_agent(ticket.agent);
    for (auto const& rule : rules.queues) {
        bool const helps = owner != nullptr && std::ranges::any_of(rule.overflow, [&](auto const& step) {
                               return std::ranges::find(owner->queues, step.queue) != owner->queues.end();
                           });
        if (helps) out.owner_helps_in.push_back(rule.queue);
        bool const holds = rule.sticky != domain::Sticky::none &&
                           (facts.known_by_thread || rule.sticky == domain::Sticky::organization ||
                            (rule.sticky == domain::Sticky::requester && !facts.known_by_firm));
        if (holds) out.sticky_in.push_back({rule.queue, rule.sticky_extra});
    }
}

routing::RoutingFacts routing_facts(Facts const& facts, std::optional<domain::Suggestion> const& suggestion,
                                    domain::Ticket const& ticket) {
    routing::RoutingFacts out;
    out.current_queue = ticket.queue;
    // The opening message and a corrected category choose a queue; otherwise a ticket stays where its people are.
    bool const may_move = facts.event.kind == domain::EventKind::opened || bool_at(facts.event.data, "recategorised");
    out.queue_is_fixed = facts.fixed_fields.contains("queue") || !may_move;
    out.address_queue = queue_of_address(facts);
    if (facts.organization) out.organization_queue = facts.organization->queue;
    out.category = facts.setup->find_category(ticket.category);
    auto const* label = suggestion ? suggestion->find("category") : nullptr;
    out.category_is_unproven = label != nullptr && label->because.unproven && !facts.fixed_fields.contains("category");
    out.queues = facts.setup->queues;
    out.candidates = facts.candidates;
    out.language = ticket.language;
    out.current_agent = ticket.agent;
    out.priority = ticket.priority;
    out.weight = weight_of(*facts.setup, ticket.channel);
    out.is_begun = is_begun(ticket);
    out.needed_by = needed_by(ticket);
    note_people(facts, ticket, out);
    return out;
}

}  // namespace

void decide_place(Facts const& facts, std::optional<domain::Suggestion> const& suggestion, TicketEdit& edit,
                  Settlement& out) {
    using domain::EventKind;
    using domain::Status;
    auto const& ticket = edit.ticket();
    bool const is_ours = ticket.status == Status::fresh || ticket.status == Status::open;
    bool const is_moment = facts.event.kind != EventKind::noted && facts.event.kind != EventKind::agent_replied;
    // A machine's message, a suspected forgery and what nobody can read wait for a person's look, in the queue.
    bool const needs_look = facts.first.is_automatic || facts.first.is_quarantined;
    if (!is_ours || !is_moment) return;
    if (needs_look) out.pool = Settlement::Pool::out;
    out.known_by = facts.known_by;

    auto const place = routing::place(routing_facts(facts, suggestion, ticket));
    edit.set_queue(place.queue, place.queue_because);
    // A person who takes the owner away gives the ticket to whoever is free next; a person who chose one means them.
    bool const is_chosen = facts.fixed_fields.contains("agent");
    if (!needs_look && !ticket.agent && is_chosen) out.pool = Settlement::Pool::in;
    if (needs_look || is_chosen) return;
    out.considered = place.considered;
    if (!place.agent) out.pool = Settlement::Pool::in;
    if (place.agent == ticket.agent) return;
    if (!place.agent) {
        // An owner who cannot work on it any more gives it back; a ticket without owner just stays.
        edit.set_agent({}, place.agent_because);
        return;
    }
    edit.set_agent(place.agent, place.agent_because);
    out.assigned_now = true;
}

}  // namespace lotse::desk
