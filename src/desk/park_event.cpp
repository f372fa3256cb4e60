// SPDX-License-Identifier: Apache-2.0
#include "desk/park_event.h"

#include "store/events.h"

namespace lotse::desk {

Result<void> park_event(Desk& desk, domain::TenantScope const& scope, domain::EventId id, Error const& why) {
    auto const now = desk.clock.now();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto cause, store::get_event(txn, id));
        domain::Event event;
        event.ticket = cause.ticket;
        event.kind = domain::EventKind::settle_failed;
        event.data["cause"] = id.value;
        event.data["code"] = why.code;
        event.at = now;
        TRY([[maybe_unused]] auto stored, store::add_event(txn, std::move(event)));
        return store::mark_settled(txn, id, now);
    });
}

}  // namespace lotse::desk
