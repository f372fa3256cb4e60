// SPDX-License-Identifier: Apache-2.0
#include "desk/mailbox_progress.h"

#include <fmt/format.h>

#include "desk/mailboxes.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

std::string since_key(domain::MailboxId id) { return fmt::format("mailbox_since:{}", id.value); }
std::string state_key(domain::MailboxId id) { return fmt::format("mailbox_state:{}", id.value); }

}  // namespace

Result<MailboxProgress> read_progress(Desk& desk, domain::TenantId tenant, domain::MailboxId id) {
    auto const scope = domain::ScopeMint::for_tenant(tenant);
    MailboxProgress out;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(out.mailbox, store::get_mailbox(txn, id));
        TRY(auto cursor, store::read_mailbox_cursor(txn, id));
        out.uid_validity = cursor.uid_validity;
        out.last_uid = cursor.last_uid;
        TRY(out.since, store::read_note(txn, since_key(id)));
        return {};
    }));
    TRY(out.password, password_of(desk, tenant, out.mailbox));
    return out;
}

Result<void> write_progress(Desk& desk, domain::TenantId tenant, domain::MailboxId id, std::int64_t uid_validity,
                            std::int64_t last_uid, std::string const& since) {
    return desk.store.write(domain::ScopeMint::for_tenant(tenant), [&](store::WriteTxn& txn) -> Result<void> {
        if (!since.empty()) CHECK_OK(store::write_note(txn, since_key(id), since));
        return store::write_mailbox_cursor(txn, id, {uid_validity, last_uid});
    });
}

Result<void> write_mailbox_state(Desk& desk, domain::TenantId tenant, domain::MailboxId id, std::string const& state) {
    return desk.store.write(domain::ScopeMint::for_tenant(tenant),
                            [&](store::WriteTxn& txn) { return store::write_note(txn, state_key(id), state); });
}

Result<std::string> read_mailbox_state(store::ReadTxn& txn, domain::MailboxId id) {
    return store::read_note(txn, state_key(id));
}

}  // namespace lotse::desk
