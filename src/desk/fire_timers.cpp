// SPDX-License-Identifier: Apache-2.0
#include "desk/fire_timers.h"

#include "store/events.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

// Stops of a clock remove its timers at settle; until that settle has run, a timer may be stale.
bool is_missed(domain::Ticket const& ticket, domain::TimerKind kind, Instant now) {
    using domain::Status;
    if (ticket.status == Status::solved || ticket.status == Status::closed) return false;
    auto const is_over = [&](std::optional<Instant> const& due) { return due && *due <= now; };
    bool const is_ours = ticket.status != Status::waiting;
    if (kind == domain::TimerKind::first_reply_breach)
        return !ticket.first_reply_at && is_over(ticket.first_reply_due_at);
    if (kind == domain::TimerKind::next_reply_breach) return is_ours && is_over(ticket.next_reply_due_at);
    if (kind == domain::TimerKind::update_breach) return is_ours && is_over(ticket.update_due_at);
    if (kind == domain::TimerKind::solution_breach) return is_ours && is_over(ticket.solution_due_at);
    if (kind == domain::TimerKind::handover_breach) return is_ours && is_over(ticket.handover_due_at);
    return false;
}

}  // namespace

Result<int> fire_timers(Desk& desk, domain::TenantScope const& scope, int limit) {
    auto const now = desk.clock.now();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        TRY(auto timers, store::due_timers(txn, now, limit));
        int fired = 0;
        for (auto const& timer : timers) {
            // Another node may see it due at the same moment: whoever takes it fires it.
            TRY(bool const is_mine, store::remove_timer(txn, timer));
            if (!is_mine) continue;
            ++fired;
            TRY(auto ticket, store::get_ticket(txn, timer.ticket));
            domain::Event event;
            event.ticket = timer.ticket;
            event.kind = domain::EventKind::timer_fired;
            event.data["timer"] = name_of(timer.kind);
            event.data["due_at"] = micros(timer.due_at);
            if (timer.percent > 0) {
                event.data["percent"] = timer.percent;
                event.data["round"] = timer.round;
            }
            event.data["missed"] = is_missed(ticket, timer.kind, now);
            event.at = now;
            event.needs_settling = true;
            TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
        }
        if (fired > 0) txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
        return fired;
    });
}

}  // namespace lotse::desk
