// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_promises.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::desk {
namespace {

using domain::Awaited;
using domain::PromiseState;

bool is_waiting_work(domain::Status status) { return status <= domain::Status::waiting; }

// Others that are open in the queue where the ticket stands now.
std::int64_t load_of(Facts const& facts, domain::Ticket const& ticket) {
    std::int64_t out = 0;
    for (auto const& one : facts.queue_counts)
        if (one.queue == ticket.queue && is_waiting_work(one.status)) out += one.count;
    bool const counts_itself = facts.ticket.queue == ticket.queue && is_waiting_work(facts.ticket.status);
    return std::max<std::int64_t>(0, out - (counts_itself ? 1 : 0));
}

// A time that may be told at `facts.now`; nothing where the model has nothing to say.
std::optional<Instant> expect(Facts const& facts, domain::Ticket const& ticket, Awaited what) {
    auto const& calendar = promise_calendar(*facts.setup, ticket.queue);
    auto const passed = domain::open_time_between(calendar, ticket.created_at, facts.now);
    auto const open = facts.book->model(what).quantile(wait_facts(ticket, *facts.setup, load_of(facts, ticket)),
                                                       kPromisedPercent / 100.0, passed);
    if (!open) return std::nullopt;
    return told_time(calendar, ticket.created_at, *open, facts.now);
}

domain::Promise made(Facts const& facts, domain::Ticket const& ticket, Awaited what, Instant until) {
    domain::Promise out;
    out.ticket = ticket.id;
    out.what = what;
    out.made_at = facts.now;
    out.told_until = out.until = until;
    out.percent = kPromisedPercent;
    out.history = facts.book->model(what).ended();
    out.fitted_at = facts.book->model(what).fitted_at();
    out.is_told = facts.book->standing(what).may_tell;
    out.status = ticket.status;
    return out;
}

// What became of it, or its time as it is seen now.
std::optional<domain::Promise> moved(Facts const& facts, domain::Ticket const& ticket, domain::Promise promise) {
    auto const before = promise;
    if (auto const came = came_at(ticket, promise.what)) {
        if (promise.state != PromiseState::open) return std::nullopt;
        promise.state = *came <= promise.told_until ? PromiseState::kept : PromiseState::missed;
        promise.settled_at = facts.now;
        return promise;
    }
    // Missed ones too: the customer still wants to know.
    bool const is_over = promise.state == PromiseState::kept || promise.state == PromiseState::dropped;
    auto const until = is_over ? std::nullopt : expect(facts, ticket, promise.what);
    if (!until) return std::nullopt;
    promise.until = promise.status == ticket.status ? std::max(promise.until, *until) : *until;
    promise.status = ticket.status;
    if (promise == before) return std::nullopt;
    promise.history = facts.book->model(promise.what).ended();
    promise.fitted_at = facts.book->model(promise.what).fitted_at();
    return promise;
}

bool may_promise(Facts const& facts) {
    if (facts.event.kind != domain::EventKind::opened || !facts.book) return false;
    if (facts.first.is_automatic || facts.first.is_quarantined) return false;
    auto const door = text_at(facts.event.data, "door");
    return door != "import" && door != "split";
}

// Shortly before the time that was told, so that whoever waits need not find out by waiting: a tenth of the time before,
// between a quarter of an hour and four hours, never in its first half.
Instant warn_at(domain::Promise const& promise) {
    Duration const span = promise.told_until - promise.made_at;
    auto const before = std::clamp<Duration>(span / 10, std::chrono::minutes{15}, std::chrono::hours{4});
    return std::max(promise.told_until - before, promise.made_at + span / 2);
}

// Not while the customer is asked something: then it is not us who keep them waiting.
void add_timers(Facts const& facts, domain::Ticket const& ticket, Settlement& out) {
    bool const is_ours = ticket.status == domain::Status::fresh || ticket.status == domain::Status::open;
    if (!is_ours || !facts.setup->settings.tells_delays) return;
    for (auto const& promise : promises_after(facts, out)) {
        bool const is_due = promise.state == PromiseState::open && promise.is_told && promise.told_until > facts.now;
        if (!is_due) continue;
        FiredTimer const timer{promise_timer(promise.what), warn_at(promise)};
        if (std::ranges::find(facts.fired, timer) != facts.fired.end()) continue;
        out.timers.push_back({ticket.id, timer.kind, timer.due_at});
    }
}

}  // namespace

domain::TimerKind promise_timer(Awaited what) {
    return what == Awaited::solution ? domain::TimerKind::solution_promise : domain::TimerKind::reply_promise;
}

std::vector<domain::Promise> promises_after(Facts const& facts, Settlement const& settlement) {
    auto out = facts.promises;
    for (auto const& one : settlement.promises) {
        std::erase_if(out, [&](auto const& old) { return old.what == one.what; });
        out.push_back(one);
    }
    return out;
}

void decide_promises(Facts const& facts, TicketEdit const& edit, Settlement& out) {
    auto const& ticket = edit.ticket();
    for (auto const& promise : facts.promises) {
        if (ticket.merged_into || !facts.book) continue;
        if (auto const next = moved(facts, ticket, promise)) out.promises.push_back(*next);
    }
    bool const is_new = may_promise(facts) && !ticket.merged_into;
    for (auto const what : {Awaited::first_reply, Awaited::solution}) {
        if (std::ranges::find(facts.promises, what, &domain::Promise::what) != facts.promises.end()) continue;
        if (!is_new || came_at(ticket, what)) continue;
        if (auto const until = expect(facts, ticket, what)) out.promises.push_back(made(facts, ticket, what, *until));
    }
    add_timers(facts, ticket, out);
}

domain::Promise const* told_promise(std::vector<domain::Promise> const& promises, Awaited what, Instant now) {
    auto const found = std::ranges::find_if(promises, [&](domain::Promise const& one) {
        bool const is_live = one.state == PromiseState::open || one.state == PromiseState::missed;
        return one.what == what && one.is_told && is_live && one.until > now;
    });
    return found == promises.end() ? nullptr : &*found;
}

}  // namespace lotse::desk
