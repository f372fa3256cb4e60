// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_escalations.h"

#include <algorithm>

#include "domain/ticket_due.h"

namespace lotse::desk {
namespace {

using domain::Escalation;
using domain::EscalationCause;
using domain::EscalationStart;
using domain::EscalationState;
using domain::EventKind;
using domain::Status;

struct Trouble {
    EscalationCause cause;
    EscalationStart start;
    int percent = 0;  // of a rung
};

// A clock that has a due time runs; the promises and the owner's silence have none of their own.
bool runs(domain::Ticket const& ticket, EscalationCause cause) {
    auto const clock = domain::clock_of(cause);
    return !clock || domain::due_of(ticket, *clock).has_value();
}

bool is_ours(domain::Ticket const& ticket) {
    bool const is_open = ticket.status == Status::fresh || ticket.status == Status::open;
    return is_open && !ticket.merged_into;
}

std::optional<EscalationCause> cause_named(std::string_view name) {
    auto const found = std::ranges::find(domain::kEscalationCauses, name);
    if (found == domain::kEscalationCauses.end()) return std::nullopt;
    return static_cast<EscalationCause>(found - domain::kEscalationCauses.begin());
}

// The customer's turn is over, and the time had passed before it began: its timer fires no second time.
bool is_late_again(Facts const& facts, domain::Ticket const& ticket) {
    bool const was_paused = facts.ticket.status == Status::waiting || facts.ticket.status == Status::solved;
    bool const is_back = facts.event.kind == EventKind::customer_wrote && was_paused && is_ours(ticket);
    return is_back && ticket.solution_due_at && *ticket.solution_due_at <= facts.now;
}

// What the event tells; nothing if it is no trouble, or none any more.
std::optional<Trouble> trouble_of(Facts const& facts, domain::Ticket const& ticket) {
    if (is_late_again(facts, ticket)) return Trouble{EscalationCause::solution, EscalationStart::breach};
    if (facts.event.kind != EventKind::timer_fired) return std::nullopt;
    auto timer = text_at(facts.event.data, "timer");
    auto start = EscalationStart::promise;
    for (auto const& [ending, meaning] : {std::pair{std::string_view("_warning"), EscalationStart::warning},
                                          std::pair{std::string_view("_rung"), EscalationStart::rung},
                                          std::pair{std::string_view("_breach"), EscalationStart::breach}}) {
        if (!timer.ends_with(ending)) continue;
        timer.remove_suffix(ending.size());
        start = meaning;
    }
    if (start == EscalationStart::promise && !timer.ends_with("_promise")) return std::nullopt;
    if (start == EscalationStart::breach && !bool_at(facts.event.data, "missed")) return std::nullopt;
    auto const cause = cause_named(timer);
    if (!cause) return std::nullopt;
    Escalation asked;
    asked.cause = *cause;
    if (why_over(asked, ticket, {})) return std::nullopt;
    if (start == EscalationStart::rung && !runs(ticket, *cause)) return std::nullopt;
    return Trouble{*cause, start, static_cast<int>(int_at(facts.event.data, "percent"))};
}

domain::Chain const* chain_of(Facts const& facts, domain::Ticket const& ticket, EscalationStart start) {
    auto const* organization = facts.organization ? &*facts.organization : nullptr;
    auto const* policy = facts.setup->choose_policy(ticket, organization).policy;
    return domain::chain_for(facts.setup->chains, start, ticket.queue,
                             policy != nullptr ? policy->id : domain::PolicyId{});
}

// A person who answers, or gives the ticket to somebody, has looked at it.
bool is_looked_after(Facts const& facts) {
    bool const by_person = facts.event.agent && facts.event.actor == domain::Actor::agent;
    if (!by_person) return false;
    if (facts.event.kind == EventKind::agent_replied) return true;
    return facts.event.kind == EventKind::updated && bool_at(facts.event.data, "assigned");
}

bool ends_by_event(Facts const& facts, Escalation const& one) {
    bool const is_reply = facts.event.kind == EventKind::agent_replied;
    if (one.cause == EscalationCause::next_reply || one.cause == EscalationCause::update) return is_reply;
    return false;
}

class Decider {
  public:
    Decider(Facts const& facts, domain::Ticket const& ticket, Instant last_act, Settlement& out)
        : facts_(facts), ticket_(ticket), last_act_(last_act), out_(out) {}

    void follow() {
        for (auto one : facts_.escalations) {
            if (one.state == EscalationState::watching) {
                left_.push_back(std::move(one));
                continue;
            }
            auto const why = ends_by_event(facts_, one) ? std::optional("replied") : why_over(one, ticket_, last_act_);
            if (why) {
                end(std::move(one), *why);
            } else if (domain::find_chain(facts_.setup->chains, one.chain) == nullptr) {
                end(std::move(one), "no_chain");
            } else {
                if (one.state == EscalationState::running && is_looked_after(facts_)) acknowledge(one);
                left_.push_back(std::move(one));
            }
        }
    }

    Result<void> begin() {
        auto const trouble = trouble_of(facts_, ticket_);
        auto const* chain = trouble ? chain_of(facts_, ticket_, trouble->start) : nullptr;
        if (chain == nullptr) return {};
        auto next = known(trouble->cause);
        if (trouble->start == EscalationStart::rung) {
            climb(std::move(next), *chain, trouble->percent);
            return {};
        }
        if (next.id && domain::badness(next.start) >= domain::badness(trouble->start)) return {};
        if (next.chain != chain->id) next.rung = 0;
        next.start = trouble->start;
        next.state = EscalationState::running;
        next.started_at = facts_.now;
        next.acknowledged_by = {};
        next.acknowledged_at = {};
        place(next, *chain);
        TRY(next.next_at, domain::step_at(*chain, calendar(), next.started_at, 0));
        out_.escalations.push_back(std::move(next));
        return {};
    }

    // Who looks after it need not be told that time passes, and a chain that calls already is not joined by another.
    void climb(Escalation next, domain::Chain const& chain, int percent) {
        if (!domain::has_rung(chain, percent)) return;
        bool const is_running = next.state == EscalationState::running && next.chain == chain.id;
        if (next.id && !is_running) return;
        if (!next.id) {
            next.start = EscalationStart::rung;
            next.started_at = facts_.now;
            place(next, chain);
        }
        next.rung = percent;
        next.percent = percent;
        next.next_at = facts_.now;
        out_.escalations.push_back(std::move(next));
    }

    // Of an owned ticket that is ours to act on: from when its owner counts as silent.
    Result<void> watch() {
        auto next = known(EscalationCause::silence);
        if (next.id && next.state != EscalationState::watching) return {};
        bool const may_be = is_ours(ticket_) && ticket_.agent && !ticket_.snoozed_until;
        auto const* chain = may_be ? chain_of(facts_, ticket_, EscalationStart::silence) : nullptr;
        if (chain == nullptr || chain->silent_after_minutes <= 0) {
            if (next.id) end(std::move(next), "");
            return {};
        }
        auto const before = next;
        next.start = EscalationStart::silence;
        next.state = EscalationState::watching;
        next.started_at = last_act_;
        place(next, *chain);
        TRY(next.next_at, domain::minutes_after(*chain, calendar(), last_act_, chain->silent_after_minutes));
        if (next != before) out_.escalations.push_back(std::move(next));
        return {};
    }

  private:
    domain::Calendar const& calendar() const { return escalation_calendar(*facts_.setup, ticket_.queue); }

    Escalation known(EscalationCause cause) const {
        auto const found = std::ranges::find(left_, cause, &Escalation::cause);
        if (found != left_.end()) return *found;
        Escalation fresh;
        fresh.ticket = ticket_.id;
        fresh.cause = cause;
        return fresh;
    }

    void place(Escalation& one, domain::Chain const& chain) const {
        one.chain = chain.id;
        one.queue = ticket_.queue;
        one.owner = ticket_.agent;
        one.next_step = 0;
    }

    void end(Escalation one, char const* why) {
        one.state = EscalationState::ended;
        one.next_at = {};
        one.ended_at = facts_.now;
        one.why_ended = why;
        out_.escalations.push_back(std::move(one));
    }

    void acknowledge(Escalation& one) {
        one.state = EscalationState::acknowledged;
        one.next_at = {};
        one.acknowledged_by = facts_.event.agent;
        one.acknowledged_at = facts_.now;
        out_.escalations.push_back(one);
        ++one.version;
    }

    Facts const& facts_;
    domain::Ticket const& ticket_;
    Instant last_act_;
    Settlement& out_;
    std::vector<Escalation> left_;
};

}  // namespace

Result<void> decide_escalations(Facts const& facts, TicketEdit const& edit, Settlement& out) {
    if (facts.setup->chains.empty() && facts.escalations.empty()) return {};
    auto last_act = facts.last_act;
    for (auto const& change : edit.changes())
        if (change.field == "agent" || change.field == "status") last_act = std::max(last_act, facts.now);
    Decider decider(facts, edit.ticket(), last_act, out);
    decider.follow();
    CHECK_OK(decider.begin());
    return decider.watch();
}

domain::Chain const* chain_of_event(Facts const& facts, domain::Ticket const& ticket) {
    auto const trouble = trouble_of(facts, ticket);
    if (!trouble) return nullptr;
    auto const* chain = chain_of(facts, ticket, trouble->start);
    // Whoever has said at which shares they want to be told does not want the desk's own warning beside it.
    if (chain == nullptr && trouble->start == EscalationStart::warning)
        return chain_of(facts, ticket, EscalationStart::rung);
    return chain;
}

std::optional<char const*> why_over(Escalation const& one, domain::Ticket const& ticket, Instant last_act) {
    if (ticket.status == Status::solved || ticket.status == Status::closed || ticket.merged_into) return "solved";
    switch (one.cause) {
        case EscalationCause::first_reply:
        case EscalationCause::reply_promise:
            if (ticket.first_reply_at) return "replied";
            return std::nullopt;
        case EscalationCause::solution:
        case EscalationCause::solution_promise:
            if (ticket.status == Status::waiting) return "paused";
            return std::nullopt;
        case EscalationCause::silence:
            if (ticket.agent != one.owner) return "reassigned";
            if (ticket.status == Status::waiting || ticket.snoozed_until) return "paused";
            if (last_act > one.started_at) return "acted";
            return std::nullopt;
        case EscalationCause::handover:
            if (ticket.agent) return "reassigned";
            return std::nullopt;
        case EscalationCause::next_reply:
        case EscalationCause::update: return std::nullopt;
    }
    return std::nullopt;
}

Instant last_act_in(std::vector<domain::Event> const& events, std::vector<store::StoredChange> const& changes) {
    Instant out{};
    for (auto const& event : events) {
        bool const by_us = event.actor == domain::Actor::agent || event.actor == domain::Actor::api;
        bool const is_act = event.kind != EventKind::timer_fired && event.kind != EventKind::escalation;
        if (event.kind == EventKind::opened || (by_us && is_act)) out = std::max(out, event.at);
    }
    for (auto const& one : changes)
        if (one.change.field == "agent" || one.change.field == "status") out = std::max(out, one.at);
    return out;
}

domain::Calendar const& escalation_calendar(Setup const& setup, domain::QueueId queue) {
    return promise_calendar(setup, queue);
}

}  // namespace lotse::desk
