// SPDX-License-Identifier: Apache-2.0
#include "desk/hold_mail.h"

#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

std::int64_t hour_of(Instant at) { return std::chrono::floor<std::chrono::hours>(at.time_since_epoch()).count(); }

}  // namespace

Result<void> hold_if_too_many(store::WriteTxn& txn, domain::Inbound const& inbound,
                              domain::DeskSettings const& settings, domain::Event& event) {
    bool const is_counted = inbound.channel == domain::Channel::email && inbound.door != "import" &&
                            !inbound.from.address.empty() && settings.mails_per_sender_hour > 0;
    if (!is_counted) return {};
    TRY(auto const count, store::count_mail_of(txn, inbound.from.address, hour_of(event.at)));
    event.is_held = count > settings.mails_per_sender_hour;
    return {};
}

Result<domain::Ticket> let_mail_through(Desk& desk, access::Principal const& principal, domain::TicketId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Ticket> {
        TRY(auto ticket, store::get_ticket(txn, id));
        TRY(auto const count, store::let_through(txn, id));
        if (count > 0) txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
        return ticket;
    });
}

Result<void> let_old_mail_through(Desk& desk, domain::TenantScope const& scope) {
    auto const limit = desk.clock.now() - kHoldTime;
    TRY(auto const is_due,
        desk.store.read(scope, [&](store::ReadTxn& txn) { return store::has_held_before(txn, limit); }));
    if (!is_due) return {};
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const count, store::let_through_before(txn, limit));
        return store::forget_mail_counts(txn, hour_of(desk.clock.now()) - 1);
    });
}

}  // namespace lotse::desk
