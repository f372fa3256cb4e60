// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, version, address, queue_id, host, port, security, account, password, auth, folder, after_storing, move_to, "
    "is_enabled";

domain::Mailbox read_mailbox(Row const& row) {
    domain::Mailbox out;
    out.id = row.id<domain::MailboxTag>(0);
    out.version = row.integer(1);
    out.address = row.text(2);
    out.queue = row.id<domain::QueueTag>(3);
    out.host = row.text(4);
    out.port = static_cast<int>(row.integer(5));
    out.security = row.text(6);
    out.user = row.text(7);
    out.password = Secret<std::string>(row.bytes(8));
    out.auth = row.text(9);
    out.folder = row.text(10);
    out.after = row.text(11);
    out.move_to = row.text(12);
    out.is_enabled = row.flag(13);
    return out;
}

Error missing() { return not_found("mailbox.missing", "There is no such mailbox."); }
Error stale() {
    return conflict("mailbox.stale_version", "Somebody has changed this mailbox meanwhile; read it again.");
}

}  // namespace

Result<domain::Mailbox> add_mailbox(WriteTxn& txn, domain::Mailbox mailbox) {
    TRY(mailbox.id.value, txn.next_id("mailbox"));
    mailbox.version = 1;
    auto const done = txn.run(sql<"INSERT INTO mailbox (tenant_id, ", kColumns,
                                  ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)">,
                              {mailbox.id, mailbox.address, mailbox.queue, mailbox.host, mailbox.port, mailbox.security,
                               mailbox.user, Bytes{mailbox.password.reveal()}, mailbox.auth, mailbox.folder,
                               mailbox.after, mailbox.move_to, mailbox.is_enabled});
    if (!done) return done.error();
    return mailbox;
}

Result<domain::Mailbox> get_mailbox(ReadTxn& txn, domain::MailboxId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM mailbox WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_mailbox, missing);
}

Result<domain::Mailbox> update_mailbox(WriteTxn& txn, domain::Mailbox mailbox) {
    TRY(auto const changed,
        txn.run("UPDATE mailbox SET version = version + 1, address = ?3, queue_id = ?4, host = ?5, port = ?6, "
                "security = ?7, account = ?8, password = ?9, auth = ?10, folder = ?11, after_storing = ?12, "
                "move_to = ?13, is_enabled = ?14 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
                {mailbox.id, mailbox.version, mailbox.address, mailbox.queue, mailbox.host, mailbox.port,
                 mailbox.security, mailbox.user, Bytes{mailbox.password.reveal()}, mailbox.auth, mailbox.folder,
                 mailbox.after, mailbox.move_to, mailbox.is_enabled}));
    CHECK_OK(check_updated(changed, get_mailbox(txn, mailbox.id), stale));
    ++mailbox.version;
    return mailbox;
}

Result<std::vector<domain::Mailbox>> list_mailboxes(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM mailbox WHERE tenant_id = :tenant ORDER BY id">, {},
                    read_mailbox);
}

// Nothing stored yet: a folder that was never read.
Result<MailboxCursor> read_mailbox_cursor(ReadTxn& txn, domain::MailboxId id) {
    MailboxCursor cursor;
    auto const done =
        txn.each("SELECT uid_validity, last_uid FROM mailbox_cursor WHERE tenant_id = :tenant AND mailbox_id = ?1",
                 {id}, [&](Row const& row) { cursor = {row.integer(0), row.integer(1)}; });
    if (!done) return done.error();
    return cursor;
}

Result<void> write_mailbox_cursor(WriteTxn& txn, domain::MailboxId id, MailboxCursor cursor) {
    auto const done = txn.run(
        "INSERT INTO mailbox_cursor (tenant_id, mailbox_id, uid_validity, last_uid) VALUES (:tenant, ?1, ?2, ?3) "
        "ON CONFLICT (tenant_id, mailbox_id) DO UPDATE SET uid_validity = excluded.uid_validity, "
        "last_uid = excluded.last_uid",
        {id, cursor.uid_validity, cursor.last_uid});
    if (done) return {};
    return done.error().code == "store.reference" ? missing() : done.error();
}

}  // namespace lotse::store
