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
    if (kind == domain::TimerKind::first_reply_breach)
        return !ticket.first_reply_at && ticket.first_reply_due_at && *ticket.first_reply_due_at <= now;
    if (kind == domain::TimerKind::solution_breach)
        return ticket.status != Status::waiting && ticket.solution_due_at && *ticket.solution_due_at <= now;
    return false;
}

}  // namespace

Result<int> fire_timers(Desk& desk, domain::TenantScope const& scope, int limit) {
    auto const now = desk.clock.now();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<int> {
        TRY(auto timers, store::due_timers(txn, now, limit));
        for (auto const& timer : timers) {
            TRY(auto ticket, store::get_ticket(txn, timer.ticket));
            domain::Event event;
            event.ticket = timer.ticket;
            event.kind = domain::EventKind::timer_fired;
            event.data["timer"] = name_of(timer.kind);
            event.data["due_at"] = micros(timer.due_at);
            event.data["missed"] = is_missed(ticket, timer.kind, now);
            event.at = now;
            event.needs_settling = true;
            TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
            CHECK_OK(store::remove_timer(txn, timer));
        }
        if (!timers.empty()) txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
        return static_cast<int>(timers.size());
    });
}

}  // namespace lotse::desk
