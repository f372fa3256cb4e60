// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_deadlines.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace lotse::desk {
namespace {

using domain::ClockMark;
using domain::TimerKind;

void add_timer(Facts const& facts, std::vector<domain::Timer>& timers, TimerKind kind, std::optional<Instant> due) {
    if (!due) return;
    if (std::ranges::find(facts.fired, FiredTimer{kind, *due}) != facts.fired.end()) return;
    timers.push_back({facts.ticket.id, kind, *due});
}

// After a breach its warning says nothing new.
void add_target(Facts const& facts, std::vector<domain::Timer>& timers, TimerKind warning, TimerKind breach,
                std::optional<Instant> warn_at, std::optional<Instant> due) {
    if (due && *due > facts.now) add_timer(facts, timers, warning, warn_at);
    add_timer(facts, timers, breach, due);
}

// Of each clock the next share that has to be told. Where several are passed, the highest tells for all; what is below one
// that was told says nothing new.
void add_rung(Facts const& facts, std::vector<domain::Timer>& timers, domain::ClockKind clock,
              domain::Ladder const& ladder, std::optional<Instant> due) {
    if (ladder.rungs.empty() || !due) return;
    auto const round = std::to_string(micros(ladder.began_at)) + "/" + std::to_string(ladder.target_minutes);
    auto const kind = domain::rung_of(clock);
    int told = *due <= facts.now ? 99 : 0;
    for (auto const& fired : facts.fired)
        if (fired.kind == kind && fired.round == round) told = std::max(told, fired.percent);
    domain::Rung const* next = nullptr;
    for (auto const& rung : ladder.rungs) {
        if (rung.percent <= told) continue;
        if (next == nullptr || rung.at <= facts.now) next = &rung;
    }
    if (next != nullptr) timers.push_back({facts.ticket.id, kind, next->at, next->percent, round});
}

std::vector<domain::Missed> known_misses(Facts const& facts) {
    std::vector<domain::Missed> out;
    for (auto const& breach : facts.breaches) out.push_back({breach.clock, breach.due_at});
    return out;
}

int count_unexplained(Facts const& facts, std::vector<domain::Missed> const& missed) {
    auto const is_explained = [&](domain::Missed const& one) {
        return std::ranges::any_of(facts.breaches, [&](auto const& breach) {
            return breach.clock == one.clock && breach.due_at == one.due_at &&
                   breach.reason != domain::BreachReason::none;
        });
    };
    return static_cast<int>(std::ranges::count_if(missed, [&](auto const& one) { return !is_explained(one); }));
}

}  // namespace

void add_marks(std::vector<ClockMark>& marks, domain::Change const& change, Instant at) {
    if (change.field == "priority") {
        if (auto const priority = domain::find_enum<domain::Priority>(change.to))
            marks.push_back({ClockMark::Kind::priority_set, at, *priority});
        return;
    }
    if (change.field == "queue" && change.from != change.to) {
        marks.push_back({ClockMark::Kind::queue_entered, at, {}, domain::QueueId{to_int(change.to).value_or(0)}});
        return;
    }
    if (change.field != "status") return;
    auto const is_done = [](std::string_view status) { return status == "solved" || status == "closed"; };
    if (change.from == "waiting") marks.push_back({ClockMark::Kind::waiting_ended, at});
    if (is_done(change.from) && !is_done(change.to)) marks.push_back({ClockMark::Kind::reopened, at});
    if (change.to == "waiting") marks.push_back({ClockMark::Kind::waiting_started, at});
    if (is_done(change.to) && !is_done(change.from)) marks.push_back({ClockMark::Kind::solved, at});
}

Result<std::optional<domain::Deadlines>> deadlines_of(Facts const& facts, Setup const& setup,
                                                      domain::Ticket const& ticket,
                                                      std::vector<ClockMark> const& marks) {
    using None = std::optional<domain::Deadlines>;
    auto const* policy = setup.choose_policy(ticket, facts.organization ? &*facts.organization : nullptr).policy;
    bool const moves_clocks = !facts.first.is_automatic && !facts.first.is_quarantined;
    if (policy == nullptr || !moves_clocks || marks.empty()) return None{};
    auto const& calendar = setup.calendar_for(setup.find_queue(ticket.queue), *policy);
    auto const* chain = domain::chain_for(setup.chains, domain::EscalationStart::rung, ticket.queue, policy->id);
    auto const percents = chain != nullptr ? domain::percents_of(*chain) : std::vector<int>{};
    TRY(auto due, domain::compute_deadlines(marks, *policy, calendar, setup.settings.warn_at_percent,
                                            setup.handover_targets(), percents));
    return std::optional(std::move(due));
}

Result<void> decide_deadlines(Facts const& facts, TicketEdit& edit, Settlement& out) {
    auto const& ticket = edit.ticket();
    if (ticket.status == domain::Status::solved) {
        auto const at =
            ticket.solved_at.value_or(facts.now) + std::chrono::days{facts.setup->settings.close_after_days};
        add_timer(facts, out.timers, TimerKind::close, at);
    }
    auto marks = facts.marks;
    for (auto const& change : edit.changes()) add_marks(marks, change, facts.now);
    std::optional<domain::Deadlines> due;
    if (ticket.status != domain::Status::closed) {
        TRY(due, deadlines_of(facts, *facts.setup, ticket, marks));
    }
    if (!due) {
        edit.set_due({}, count_unexplained(facts, known_misses(facts)));
        return {};
    }
    out.missed = due->missed;
    for (auto const clock : domain::kClockKinds) {
        auto const running = due->running(clock);
        add_target(facts, out.timers, domain::warning_of(clock), domain::breach_of(clock), running.warning,
                   running.due);
        add_rung(facts, out.timers, clock, due->ladders[static_cast<std::size_t>(clock)], running.due);
        if (running.due && *running.due <= facts.now) out.missed->push_back({clock, *running.due});
    }
    std::ranges::sort(*out.missed, {}, [](auto const& one) { return std::pair(one.clock, one.due_at); });
    edit.set_due(*due, count_unexplained(facts, *out.missed));
    return {};
}

}  // namespace lotse::desk
