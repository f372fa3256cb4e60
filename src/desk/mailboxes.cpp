// SPDX-License-Identifier: Apache-2.0
#include "desk/mailboxes.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/text.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

std::string seal_context(domain::TenantId tenant, domain::MailboxId id) {
    return fmt::format("mailbox|{}|{}|password", tenant.value, id.value);
}

Result<void> apply(MailboxFields const& fields, domain::Mailbox& mailbox) {
    if (fields.address) {
        TRY(mailbox.address, check_address(*fields.address, "/address"));
    }
    if (fields.host) mailbox.host = to_lower_ascii(trim(*fields.host));
    if (fields.port) mailbox.port = *fields.port;
    if (fields.security) mailbox.security = *fields.security;
    if (fields.user) mailbox.user = *fields.user;
    if (fields.auth) mailbox.auth = *fields.auth;
    if (fields.folder) mailbox.folder = *fields.folder;
    if (fields.after) mailbox.after = *fields.after;
    if (fields.move_to) mailbox.move_to = *fields.move_to;
    if (fields.is_enabled) mailbox.is_enabled = *fields.is_enabled;
    return {};
}

Result<void> apply(store::ReadTxn& txn, MailboxFields const& fields, domain::Mailbox& mailbox) {
    if (fields.queue && *fields.queue) CHECK_OK(at_field(store::get_queue(txn, *fields.queue), "/queue"));
    if (fields.queue) mailbox.queue = *fields.queue;
    return apply(fields, mailbox);
}

Result<void> check(domain::Mailbox const& mailbox) {
    if (mailbox.address.empty()) return invalid("address.format", "A mailbox needs its e-mail address.", "/address");
    if (mailbox.host.empty()) return {};
    if (mailbox.host.find_first_of(" /@\\") != std::string::npos)
        return invalid("mailbox.host", "This is no host name.", "/host");
    if (mailbox.user.empty()) return invalid("mailbox.user", "Say who logs in at the mail server.", "/user");
    if (mailbox.security == "none" && !is_this_machine(mailbox.host))
        return invalid("mailbox.security", "Without TLS the password would cross the network in clear text.",
                       "/security");
    if (mailbox.folder.empty()) return invalid("mailbox.folder", "Say which folder is read.", "/folder");
    if (mailbox.after == "move" && (mailbox.move_to.empty() || mailbox.move_to == mailbox.folder))
        return invalid("mailbox.move_to", "Say to which other folder stored mail is moved.", "/move_to");
    return {};
}

// Sealed to the id, so a row's secret is of no use in another row.
void set_password(Desk const& desk, domain::TenantId tenant, Secret<std::string> const& plain,
                  domain::Mailbox& mailbox) {
    mailbox.password =
        plain.empty()
            ? Secret<std::string>()
            : Secret<std::string>(seal(desk.master_key.reveal(), plain.reveal(), seal_context(tenant, mailbox.id)));
}

}  // namespace

Result<std::vector<domain::Mailbox>> list_mailboxes(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_mailboxes(txn); });
}

Result<domain::Mailbox> get_mailbox(Desk& desk, domain::TenantScope const& scope, domain::MailboxId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_mailbox(txn, id); });
}

Result<Secret<std::string>> password_of(Desk const& desk, domain::TenantId tenant, domain::Mailbox const& mailbox) {
    if (mailbox.password.empty()) return Secret<std::string>();
    TRY(auto plain, unseal(desk.master_key.reveal(), mailbox.password.reveal(), seal_context(tenant, mailbox.id)));
    return Secret<std::string>(std::move(plain));
}

bool is_this_machine(std::string_view host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

Result<domain::Mailbox> mailbox_with(MailboxFields const& fields) {
    domain::Mailbox out;
    CHECK_OK(apply(fields, out));
    CHECK_OK(check(out));
    return out;
}

Result<domain::Mailbox> add_mailbox(Desk& desk, store::WriteTxn& txn, MailboxFields const& fields) {
    domain::Mailbox mailbox;
    CHECK_OK(apply(txn, fields, mailbox));
    CHECK_OK(check(mailbox));
    announce_setup(desk, txn);
    TRY(auto stored, store::add_mailbox(txn, std::move(mailbox)));
    if (!fields.password || fields.password->empty()) return stored;
    // The seal names the id, which is known only now.
    set_password(desk, txn.tenant(), *fields.password, stored);
    return store::update_mailbox(txn, std::move(stored));
}

Result<Made<domain::Mailbox>> make_mailbox(Desk& desk, access::Principal const& principal, MailboxFields const& fields,
                                           CallKey const& key) {
    return make_once<domain::Mailbox>(desk, principal, key, store::get_mailbox,
                                      [&](store::WriteTxn& txn) { return add_mailbox(desk, txn, fields); });
}

Result<domain::Mailbox> change_mailbox(Desk& desk, access::Principal const& principal, domain::MailboxId id,
                                       std::int64_t expected_version, MailboxFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Mailbox> {
        TRY(auto mailbox, store::get_mailbox(txn, id));
        auto const host = mailbox.host;
        if (expected_version != 0) mailbox.version = expected_version;
        CHECK_OK(apply(txn, fields, mailbox));
        CHECK_OK(check(mailbox));
        // Else whoever may change the host could send the stored password to a server of their own.
        if (mailbox.host != host && !fields.password && !mailbox.password.empty())
            return invalid("mailbox.password", "Another host needs the password anew.", "/password");
        if (fields.password) set_password(desk, txn.tenant(), *fields.password, mailbox);
        announce_setup(desk, txn);
        return store::update_mailbox(txn, std::move(mailbox));
    });
}

}  // namespace lotse::desk
