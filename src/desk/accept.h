// SPDX-License-Identifier: Apache-2.0
// Transaction 1: an inbound message becomes an article of a ticket, durable, before the door acknowledges it. Dumb and
// quick on purpose: nothing is decided here that settle could decide.
#pragma once

#include "desk/desk.h"
#include "domain/inbound.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct Accepted {
    domain::TicketId ticket;
    domain::ArticleId article;
    bool is_known = false;       // this very delivery was stored before; nothing was added
    bool opened_ticket = false;  // false: joined an existing one
};

// The same delivery key gives the same ticket, so a door may hand a message over again after a crash. Files are on disk
// before the row that names them. Errors: unavailable (the sender keeps the message), invalid (never for mail).
Result<Accepted> accept(Desk& desk, domain::TenantScope const& scope, domain::Inbound const& inbound);

// The same inside a transaction of the caller, for use cases that add something to it (idempotent create).
// `files` and `raw` come from store_files().
struct StoredFiles {
    std::vector<domain::Attachment> attachments;
    std::string raw_sha256;  // "" if the raw bytes go into the row
};
Result<StoredFiles> store_files(Desk& desk, domain::TenantScope const& scope, domain::Inbound const& inbound);
Result<Accepted> accept_in(Desk& desk, store::WriteTxn& txn, domain::Inbound const& inbound, StoredFiles const& files);

}  // namespace lotse::desk
