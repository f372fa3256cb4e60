// SPDX-License-Identifier: Apache-2.0
#include "desk/desk_health.h"

#include "desk/calendar_feeds.h"
#include "desk/index_tickets.h"
#include "desk/make_vectors.h"
#include "store/calendar_feeds.h"
#include "store/events.h"
#include "store/letters.h"
#include "store/outbox.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::desk {

Result<DeskHealth> desk_health(Desk& desk) {
    DeskHealth out;
    out.engine = desk.store.engine();
    out.durability = desk.store.durability();
    auto const model = desk.meanings.status().version;
    TRY(auto tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
            TRY(auto unsettled, store::list_unsettled(txn, kCountedBacklog));
            TRY(auto outbox, store::outbox_state(txn));
            TRY(auto const letters, store::count_letters(txn));
            TRY(auto const failing, store::count_failing_feeds(txn, kTroublingFailures));
            out.feeds_failing += failing;
            TRY(auto counts, store::count_by_queue(txn));
            for (auto const& count : counts) out.tickets[static_cast<std::size_t>(count.status)] += count.count;
            TRY(auto const index, index_progress(txn));
            out.unindexed += index.changed + index.never;
            if (!model.empty()) {
                TRY(auto const vectors, vector_progress(txn, model));
                out.unread += vectors.changed + vectors.never;
            }
            out.unsettled += static_cast<std::int64_t>(unsettled.size());
            out.notices_waiting += outbox.waiting;
            out.notices_dead += outbox.dead;
            out.letters_waiting += letters.waiting;
            out.letters_dead += letters.dead;
            return {};
        }));
        ++out.desks;
    }
    return out;
}

}  // namespace lotse::desk
