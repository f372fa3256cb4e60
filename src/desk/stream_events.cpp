// SPDX-License-Identifier: Apache-2.0
#include "desk/stream_events.h"

#include "store/events.h"

namespace lotse::desk {

Result<std::vector<domain::Event>> events_after(Desk& desk, domain::TenantScope const& scope, domain::EventId after,
                                                int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_events_after(txn, after, limit); });
}

Result<domain::EventId> last_event(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::last_event_id(txn); });
}

}  // namespace lotse::desk
