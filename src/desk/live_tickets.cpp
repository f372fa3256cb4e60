// SPDX-License-Identifier: Apache-2.0
#include "desk/live_tickets.h"

#include "store/tickets.h"

namespace lotse::desk {

Result<LiveTickets> read_live_tickets(Desk& desk, domain::TenantScope const& scope,
                                      std::span<domain::TicketId const> ids) {
    LiveTickets out;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        for (auto const id : ids) {
            auto ticket = store::get_ticket(txn, id);
            if (ticket) {
                out.tickets.push_back(*std::move(ticket));
            } else if (ticket.error().kind != Kind::not_found) {
                return ticket.error();
            }
        }
        TRY(out.setup, desk.setups.get(txn));
        return {};
    }));
    TRY(out.names, names_of(desk, scope, out.tickets));
    return out;
}

Result<std::shared_ptr<Setup const>> setup_at_ticket(Desk& desk, domain::TenantScope const& scope,
                                                     domain::TicketId ticket) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::shared_ptr<Setup const>> {
        TRY([[maybe_unused]] auto found, store::get_ticket(txn, ticket));
        return desk.setups.get(txn);
    });
}

}  // namespace lotse::desk
