// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_deadlines.h"

#include <algorithm>

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

}  // namespace

void add_marks(std::vector<ClockMark>& marks, domain::Change const& change, Instant at) {
    if (change.field == "priority") {
        if (auto const priority = domain::find_enum<domain::Priority>(change.to))
            marks.push_back({ClockMark::Kind::priority_set, at, *priority});
        return;
    }
    if (change.field != "status") return;
    auto const is_done = [](std::string_view status) { return status == "solved" || status == "closed"; };
    if (change.from == "waiting") marks.push_back({ClockMark::Kind::waiting_ended, at});
    if (is_done(change.from) && !is_done(change.to)) marks.push_back({ClockMark::Kind::reopened, at});
    if (change.to == "waiting") marks.push_back({ClockMark::Kind::waiting_started, at});
    if (is_done(change.to) && !is_done(change.from)) marks.push_back({ClockMark::Kind::solved, at});
}

Result<void> decide_deadlines(Facts const& facts, TicketEdit& edit, Settlement& out) {
    auto const& ticket = edit.ticket();
    if (ticket.status == domain::Status::solved) {
        auto const at =
            ticket.solved_at.value_or(facts.now) + std::chrono::days{facts.setup->settings.close_after_days};
        add_timer(facts, out.timers, TimerKind::close, at);
    }
    auto const* policy = facts.setup->policy_for(facts.organization ? &*facts.organization : nullptr);
    bool const moves_clocks = !facts.first.is_automatic && !facts.first.is_quarantined;
    if (policy == nullptr || !moves_clocks || ticket.status == domain::Status::closed) {
        edit.set_due({}, {});
        return {};
    }
    auto marks = facts.marks;
    for (auto const& change : edit.changes()) add_marks(marks, change, facts.now);
    auto const& calendar = facts.setup->calendar_for(facts.setup->find_queue(ticket.queue), *policy);
    TRY(auto due, domain::compute_deadlines(marks, *policy, calendar, facts.setup->settings.warn_at_percent));
    edit.set_due(due.first_reply_due, due.solution_due);
    add_target(facts, out.timers, TimerKind::first_reply_warning, TimerKind::first_reply_breach,
               due.first_reply_warning, due.first_reply_due);
    add_target(facts, out.timers, TimerKind::solution_warning, TimerKind::solution_breach, due.solution_warning,
               due.solution_due);
    return {};
}

}  // namespace lotse::desk
