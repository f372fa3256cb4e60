// SPDX-License-Identifier: Apache-2.0
#include "desk/queue_counts.h"

#include <algorithm>

#include "store/tickets.h"

namespace lotse::desk {

Result<std::vector<QueueTickets>> queue_counts(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<QueueTickets>> {
        TRY(auto setup, desk.setups.get(txn));
        TRY(auto counts, store::count_by_queue(txn));
        std::vector<QueueTickets> out;
        for (auto const& queue : setup->queues) out.push_back({queue.id, queue.name, {}});
        for (auto const& count : counts) {
            auto const found = std::ranges::find(out, count.queue, &QueueTickets::id);
            if (found != out.end()) found->by_status[static_cast<std::size_t>(count.status)] += count.count;
        }
        return out;
    });
}

}  // namespace lotse::desk
