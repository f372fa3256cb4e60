// SPDX-License-Identifier: Apache-2.0
#include "desk/addresses.h"

#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {

Result<DeskAddresses> list_addresses(Desk& desk) {
    DeskAddresses out;
    TRY(auto tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        if (tenant.accepts_any_recipient && !out.catch_all) out.catch_all = tenant.id;
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
            TRY(auto queues, store::list_queues(txn));
            for (auto const& queue : queues) out.addresses.push_back({tenant.id, queue.id, queue.address});
            TRY(auto mailboxes, store::list_mailboxes(txn));
            for (auto const& mailbox : mailboxes) out.addresses.push_back({tenant.id, mailbox.queue, mailbox.address});
            return {};
        }));
        out.addresses.push_back({tenant.id, {}, tenant.mail_from});
    }
    return out;
}

}  // namespace lotse::desk
