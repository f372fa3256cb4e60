// SPDX-License-Identifier: Apache-2.0
#include "desk/gather.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/crypto.h"
#include "base/text.h"
#include "desk/decide_deadlines.h"
#include "desk/decide_escalations.h"
#include "desk/desk_secrets.h"
#include "desk/portal_settings.h"
#include "desk/routing_memory.h"
#include "desk/weights.h"
#include "store/articles.h"
#include "store/breaches.h"
#include "store/customers.h"
#include "store/escalations.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "store/roster.h"
#include "store/teamwork.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

using domain::ClockMark;
using domain::EventKind;

Result<void> read_clock_facts(store::ReadTxn& txn, Facts& facts);
Result<void> read_log(store::ReadTxn& txn, Facts& facts);
Result<void> read_articles(store::ReadTxn& txn, Facts& facts);
Result<void> read_candidates(Desk& desk, store::ReadTxn& txn, Facts& facts);
Result<void> read_acquaintance(store::ReadTxn& txn, Facts& facts);

constexpr int kAcquaintances = 5;

}  // namespace

Result<Facts> gather(Desk& desk, store::ReadTxn& txn, domain::EventId event) {
    Facts facts;
    facts.now = desk.clock.now();
    TRY(facts.setup, desk.setups.get(txn));
    facts.model = desk.models.get(txn);
    facts.book = desk.models.promises(txn);
    if (facts.setup->routing.learns) facts.solvers = desk.routing->solvers(txn.tenant());
    TRY(facts.event, store::get_event(txn, event));
    TRY(facts.ticket, store::get_ticket(txn, facts.event.ticket));
    TRY(facts.customer, store::get_customer(txn, facts.ticket.customer));
    CHECK_OK(read_articles(txn, facts));
    CHECK_OK(read_clock_facts(txn, facts));
    CHECK_OK(read_candidates(desk, txn, facts));
    CHECK_OK(read_acquaintance(txn, facts));
    TRY(facts.escalations, store::open_escalations(txn, facts.ticket.id));
    TRY(facts.promises, store::list_promises(txn, facts.ticket.id));
    TRY(facts.queue_counts, store::count_by_queue(txn));
    TRY(facts.sent, count_sent(txn, facts.customer.email, facts.ticket.id, facts.now));
    TRY(facts.followers, store::list_followers(txn, facts.ticket.id));
    TRY(facts.reply_key, reply_key(desk, txn));
    TRY(facts.portal, read_portal(txn));
    facts.unique = base32_lower(random_bytes(10));
    return facts;
}

Result<Facts> gather_clocks(Desk& desk, store::ReadTxn& txn, domain::Ticket const& ticket) {
    Facts facts;
    facts.now = desk.clock.now();
    TRY(facts.setup, desk.setups.get(txn));
    facts.ticket = ticket;
    CHECK_OK(read_articles(txn, facts));
    CHECK_OK(read_clock_facts(txn, facts));
    return facts;
}

namespace {

Result<void> read_clock_facts(store::ReadTxn& txn, Facts& facts) {
    if (facts.ticket.organization) {
        TRY(facts.organization, store::get_organization(txn, facts.ticket.organization));
    }
    TRY(facts.breaches, store::list_breaches(txn, facts.ticket.id));
    return read_log(txn, facts);
}

Result<void> read_articles(store::ReadTxn& txn, Facts& facts) {
    TRY(auto articles, store::list_articles(txn, facts.ticket.id, {}, 1));
    if (!articles.empty()) facts.first = std::move(articles.front());
    if (facts.event.article) {
        TRY(facts.article, store::get_article(txn, facts.event.article));
    }
    return {};
}

// Who chose a value: the last change of a field decides whether settle may touch it.
void note_fixed(Facts& facts, domain::Change const& change) {
    if (change.because.source == "person") {
        facts.fixed_fields.insert(change.field);
    } else {
        facts.fixed_fields.erase(change.field);
    }
}

struct Opening {
    domain::Priority priority = domain::Priority::normal;
    domain::QueueId queue;
};

void add_event_marks(Facts& facts, domain::Event const& event, Opening const& opening) {
    using enum ClockMark::Kind;
    auto const add = [&](ClockMark::Kind kind) -> ClockMark& {
        facts.marks.push_back({kind, event.at});
        return facts.marks.back();
    };
    if (event.kind == EventKind::opened) {
        add(opened).priority = opening.priority;
        if (opening.queue) add(queue_entered).queue = opening.queue;
    }
    if (event.kind == EventKind::agent_replied) add(agent_replied);
    bool const counts = !bool_at(event.data, "automatic") && !bool_at(event.data, "quarantined");
    if (event.kind == EventKind::customer_wrote && counts) add(customer_wrote);
    bool const acts = event.kind == EventKind::agent_replied || event.kind == EventKind::updated;
    bool const is_act = acts && !bool_at(event.data, "explains");
    if (is_act && event.actor == domain::Actor::agent) add(team_acted).agent = event.agent;
}

Result<void> read_log(store::ReadTxn& txn, Facts& facts) {
    TRY(auto events, store::list_events(txn, facts.ticket.id));
    TRY(auto changes, store::list_changes(txn, facts.ticket.id));
    // The message that opened it, also where an older one was merged in or this one has moved away since.
    if (!events.empty() && events.front().article && events.front().article != facts.first.id) {
        TRY(facts.first, store::get_article(txn, events.front().article));
    }
    // Values given when the ticket was made stand in its first event.
    if (!events.empty())
        for (auto const& field : array_at(events.front().data, "given"))
            if (field.is_string()) facts.fixed_fields.insert(std::string(field.get_string()));
    // As it was when it opened.
    auto const first_value = [&](std::string_view field) -> std::string const* {
        auto const found = std::ranges::find(changes, field, [](auto const& stored) { return stored.change.field; });
        return found == changes.end() ? nullptr : &found->change.from;
    };
    Opening opening{facts.ticket.priority, facts.ticket.queue};
    if (auto const* text = first_value("priority"))
        opening.priority = domain::find_enum<domain::Priority>(*text).value_or(opening.priority);
    if (auto const* text = first_value("queue")) opening.queue = domain::QueueId{to_int(*text).value_or(0)};
    // A reply that was taken back before it left stopped no clock.
    std::set<std::int64_t> taken_back;
    for (auto const& event : events)
        if (event.kind == EventKind::reply_taken_back) taken_back.insert({int_at(event.data, "event"), event.id.value});
    for (auto const& event : events) {
        if (taken_back.contains(event.id.value)) continue;
        add_event_marks(facts, event, opening);
        if (event.kind == EventKind::timer_fired)
            for (std::size_t kind = 0; kind < domain::kTimerNames.size(); ++kind)
                if (text_at(event.data, "timer") == domain::kTimerNames[kind])
                    facts.fired.push_back({static_cast<domain::TimerKind>(kind), instant(int_at(event.data, "due_at")),
                                           static_cast<int>(int_at(event.data, "percent")),
                                           std::string(text_at(event.data, "round"))});
    }
    for (auto const& stored : changes) {
        if (!taken_back.contains(stored.event.value)) add_marks(facts.marks, stored.change, stored.at);
        note_fixed(facts, stored.change);
    }
    facts.last_act = last_act_in(events, changes);
    std::ranges::stable_sort(facts.marks, {}, &ClockMark::at);
    return {};
}

Result<void> read_candidates(Desk& desk, store::ReadTxn& txn, Facts& facts) {
    TRY(facts.candidates, read_candidates(desk, txn, *facts.setup));
    // The ticket itself is no extra load for its owner.
    bool const counts_itself = facts.ticket.agent && (facts.ticket.status == domain::Status::fresh ||
                                                      facts.ticket.status == domain::Status::open);
    for (auto& candidate : facts.candidates)
        if (counts_itself && candidate.agent.id == facts.ticket.agent)
            candidate.load.remove(weight_of(*facts.setup, facts.ticket.channel));
    // Who was silent does not get it back at once.
    domain::AgentId const silent{int_at(facts.event.data, "taken_back_from")};
    std::erase_if(facts.candidates, [&](auto const& one) { return one.agent.id == silent; });
    return {};
}

// Whether they are there with room: whoever had the thread, and is not, must not stand in the way of who served the customer.
bool could_take(Facts const& facts, domain::AgentId agent) {
    auto const found =
        std::ranges::find(facts.candidates, agent, [](auto const& candidate) { return candidate.agent.id; });
    if (found == facts.candidates.end() || !found->agent.is_available || found->is_blocked) return false;
    return routing::has_room(found->agent, found->load, weight_of(*facts.setup, facts.ticket.channel));
}

// Who had the closed ticket that this one follows, or else has served the customer, or else the firm, is worth a little waiting
// for.
Result<void> read_acquaintance(store::ReadTxn& txn, Facts& facts) {
    bool const is_needed =
        std::ranges::any_of(facts.setup->queues,
                            [](auto const& queue) { return queue.assignment == domain::Assignment::pull; }) ||
        std::ranges::any_of(facts.setup->routing.queues,
                            [](auto const& rule) { return rule.sticky != domain::Sticky::none; });
    if (facts.ticket.agent || !is_needed) return {};
    if (facts.ticket.follows) {
        TRY(auto const before, store::get_ticket(txn, facts.ticket.follows));
        if (could_take(facts, before.agent)) {
            facts.known_by = before.agent;
            facts.known_by_thread = true;
            return {};
        }
    }
    for (bool const of_firm : {false, true}) {
        if (of_firm && !facts.ticket.organization) break;
        store::TicketQuery query;
        if (of_firm) query.organization = facts.ticket.organization;
        if (!of_firm) query.customer = facts.ticket.customer;
        query.limit = kAcquaintances;
        TRY(auto const page, store::list_tickets(txn, query));
        for (auto const& other : page.items) {
            auto const* agent = facts.setup->find_agent(other.agent);
            if (other.id == facts.ticket.id || agent == nullptr || agent->is_disabled) continue;
            facts.known_by = agent->id;
            facts.known_by_firm = of_firm;
            return {};
        }
    }
    return {};
}

}  // namespace

Result<std::unordered_map<std::int64_t, Instant>> read_signs_of_life(store::ReadTxn& txn, Setup const& setup) {
    std::unordered_map<std::int64_t, Instant> out;
    if (setup.roster->rows().rules.away_after_minutes <= 0) return out;
    TRY(auto const all, store::list_last_seen(txn));
    for (auto const& [agent, at] : all) out[agent.value] = at;
    return out;
}

Result<std::vector<routing::Candidate>> read_candidates(Desk& desk, store::ReadTxn& txn, Setup const& setup) {
    TRY(auto const loads, store::count_open_by_agent(txn));
    routing::Loads open;
    for (auto const& one : loads) open[one.agent.value] = load_of(setup, one);
    std::vector<routing::Candidate> out;
    TRY(auto const seen, read_signs_of_life(txn, setup));
    auto const now = desk.clock.now();
    for (auto const& agent : setup.agents) {
        auto const last = seen.find(agent.id.value);
        auto const duty =
            setup.roster->duty(agent, now, last == seen.end() ? std::nullopt : std::optional(last->second));
        out.push_back({agent, routing::load_of(open, agent.id), duty});
        out.back().agent.is_available = duty.is_at_work();
        out.back().agent.last_assigned_at = desk.setups.last_assignment(txn.tenant(), agent);
    }
    return out;
}

Result<SentCounts> count_sent(store::ReadTxn& txn, std::string_view address, domain::TicketId ticket, Instant now) {
    SentCounts out;
    if (address.empty()) return out;
    auto const hour_ago = now - std::chrono::hours{1};
    auto const day_ago = now - std::chrono::hours{24};
    TRY(out.to_address_on_ticket_24h, store::count_automatic(txn, address, day_ago, ticket));
    TRY(out.to_address_1h, store::count_automatic(txn, address, hour_ago, {}));
    TRY(out.to_address_24h, store::count_automatic(txn, address, day_ago, {}));
    TRY(out.of_desk_1h, store::count_automatic_of_desk(txn, hour_ago));
    return out;
}

}  // namespace lotse::desk
