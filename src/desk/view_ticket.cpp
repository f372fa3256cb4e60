// SPDX-License-Identifier: Apache-2.0
#include "desk/view_ticket.h"

#include "store/customers.h"
#include "store/outbox.h"

namespace lotse::desk {

Result<TicketView> view_ticket(Desk& desk, domain::TenantScope const& scope, domain::TicketId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<TicketView> {
        TicketView out;
        TRY(out.ticket, store::get_ticket(txn, id));
        TRY(out.customer, store::get_customer(txn, out.ticket.customer));
        TRY(out.articles, store::list_articles(txn, id));
        TRY(out.attachments, store::list_attachments(txn, id));
        TRY(out.events, store::list_events(txn, id));
        TRY(out.changes, store::list_changes(txn, id));
        TRY(out.notices, store::list_notices(txn, id));
        TRY(out.timers, store::list_timers(txn, id));
        TRY(out.relations, relations_of(txn, out.ticket));
        TRY(out.suggestion, store::last_suggestion(txn, id));
        TRY(out.setup, desk.setups.get(txn));
        return out;
    });
}

Result<TicketList> list_tickets(Desk& desk, domain::TenantScope const& scope, store::TicketQuery const& query) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<TicketList> {
        TicketList out;
        TRY(out.page, store::list_tickets(txn, query));
        TRY(out.setup, desk.setups.get(txn));
        return out;
    });
}

Result<std::string> read_raw(Desk& desk, domain::TenantScope const& scope, domain::ArticleId id) {
    TRY(auto raw, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_raw(txn, id); }));
    if (raw.sha256.empty()) return std::move(raw.bytes);
    return desk.blobs.get(scope, raw.sha256);
}

Result<File> read_attachment(Desk& desk, domain::TenantScope const& scope, domain::AttachmentId id) {
    File out;
    TRY(out.attachment, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_attachment(txn, id); }));
    TRY(out.bytes, desk.blobs.get(scope, out.attachment.sha256));
    return out;
}

}  // namespace lotse::desk
