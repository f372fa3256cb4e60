// SPDX-License-Identifier: Apache-2.0
#include "desk/snooze.h"

#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/events.h"
#include "store/teamwork.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kAtOnce = 100;
constexpr std::chrono::days kLongest{366};

// Sleeping and waking move no clock, so there is nothing to settle.
Result<domain::Ticket> store_edit(Desk& desk, store::WriteTxn& txn, TicketEdit const& edit, domain::Event event) {
    TRY(auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.signals.timers_changed(tenant);
        desk.signals.ticket_settled(tenant);
    });
    return std::move(done.ticket);
}

Result<bool> wake_one(Desk& desk, store::WriteTxn& txn, domain::TicketId id) {
    auto const now = desk.clock.now();
    TRY(auto ticket, store::get_ticket(txn, id));
    if (!ticket.snoozed_until || *ticket.snoozed_until > now) return false;
    TicketEdit edit(ticket);
    edit.set_snoozed({}, {"timer", "snooze.over", "Its time to sleep is over.", {}, {}, false});
    domain::Event event;
    event.ticket = id;
    event.kind = domain::EventKind::timer_fired;
    event.data["timer"] = "snooze";
    event.at = now;
    TRY([[maybe_unused]] auto woken, store_edit(desk, txn, edit, std::move(event)));
    return true;
}

}  // namespace

Result<domain::Ticket> snooze(Desk& desk, access::Principal const& principal, domain::TicketId id,
                              std::int64_t expected_version, std::optional<Instant> until) {
    auto const now = desk.clock.now();
    if (until && *until <= now) return invalid("snooze.past", "This time has passed.", "/until");
    if (until && *until > now + kLongest)
        return invalid("snooze.long", "A ticket sleeps for a year at most.", "/until");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Ticket> {
        TRY(auto setup, desk.setups.get(txn));
        TRY(auto ticket, store::get_ticket(txn, id));
        if (expected_version != 0 && ticket.version != expected_version)
            return conflict("ticket.stale_version", "Somebody has changed this ticket meanwhile; read it again.");
        if (until && ticket.status == domain::Status::closed)
            return conflict("ticket.closed", "This ticket is closed. Open a new one that follows it.");
        TicketEdit edit(ticket);
        edit.set_snoozed(until, person_because(*setup, principal));
        if (edit.changes().empty()) return ticket;
        return store_edit(desk, txn, edit, event_by(principal, id, domain::EventKind::updated, now));
    });
}

Result<int> wake_tickets(Desk& desk, domain::TenantScope const& scope) {
    int woken = 0;
    for (;;) {
        TRY(auto due, desk.store.read(scope, [&](store::ReadTxn& txn) {
            return store::tickets_to_wake(txn, desk.clock.now(), kAtOnce);
        }));
        if (due.empty()) return woken;
        for (auto const id : due) {
            TRY(auto is_woken, desk.store.write(scope, [&](store::WriteTxn& txn) { return wake_one(desk, txn, id); }));
            woken += is_woken ? 1 : 0;
        }
    }
}

}  // namespace lotse::desk
