// SPDX-License-Identifier: Apache-2.0
// Mailboxes, as an admin makes and changes them. The password goes in and never comes out: it is sealed with the desk's
// master key, bound to its mailbox.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/secret.h"
#include "desk/made.h"
#include "domain/desk_setup.h"

namespace lotse::desk {

// Only what is given is set.
struct MailboxFields {
    std::optional<std::string> address;
    std::optional<domain::QueueId> queue;
    std::optional<std::string> host;
    std::optional<int> port;
    std::optional<std::string> security;
    std::optional<std::string> user;
    std::optional<Secret<std::string>> password;
    std::optional<std::string> auth;
    std::optional<std::string> folder;
    std::optional<std::string> after;
    std::optional<std::string> move_to;
    std::optional<bool> is_enabled;
};

// Their passwords are sealed.
Result<std::vector<domain::Mailbox>> list_mailboxes(Desk& desk, domain::TenantScope const& scope);
Result<domain::Mailbox> get_mailbox(Desk& desk, domain::TenantScope const& scope, domain::MailboxId id);
// For whoever logs in to the mail server. Empty if none was set. Error: corrupt where the seal does not fit.
Result<Secret<std::string>> password_of(Desk const& desk, domain::TenantId tenant, domain::Mailbox const& mailbox);

// What the fields make of a fresh mailbox, its queue aside. Errors as of make_mailbox.
Result<domain::Mailbox> mailbox_with(MailboxFields const& fields);
// For use cases that add one inside their transaction.
Result<domain::Mailbox> add_mailbox(Desk& desk, store::WriteTxn& txn, MailboxFields const& fields);
// Where no TLS is needed.
bool is_this_machine(std::string_view host);

// Errors: invalid with the field (no TLS but to this machine, a host without user, "move" without a folder); conflict
// "mailbox.stale_version".
Result<Made<domain::Mailbox>> make_mailbox(Desk& desk, access::Principal const& principal, MailboxFields const& fields,
                                           CallKey const& key);
Result<domain::Mailbox> change_mailbox(Desk& desk, access::Principal const& principal, domain::MailboxId id,
                                       std::int64_t expected_version, MailboxFields const& fields);

}  // namespace lotse::desk
