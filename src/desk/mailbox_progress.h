// SPDX-License-Identifier: Apache-2.0
// How far a mailbox has been fetched, and how it is.
#pragma once

#include <string>

#include "desk/desk.h"
#include "domain/desk_setup.h"
#include "domain/ids.h"

namespace lotse::desk {

struct MailboxProgress {
    domain::Mailbox mailbox;       // password sealed
    Secret<std::string> password;
    std::int64_t uid_validity = 0;  // 0: never fetched
    std::int64_t last_uid = 0;
    std::string since;             // day of the first connection as IMAP writes it, "25-Nov-2026"
};
Result<MailboxProgress> read_progress(Desk& desk, domain::TenantId tenant, domain::MailboxId id);
// `since` "" leaves the day as it is.
Result<void> write_progress(Desk& desk, domain::TenantId tenant, domain::MailboxId id, std::int64_t uid_validity,
                            std::int64_t last_uid, std::string const& since);
// "well: ..." or "failed: ...", for the doctor and the metrics.
Result<void> write_mailbox_state(Desk& desk, domain::TenantId tenant, domain::MailboxId id, std::string const& state);
Result<std::string> read_mailbox_state(store::ReadTxn& txn, domain::MailboxId id);

}  // namespace lotse::desk
