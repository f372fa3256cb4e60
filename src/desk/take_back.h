// SPDX-License-Identifier: Apache-2.0
// Undo send: a message that has not left yet is a draft again.
#pragma once

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/drafts.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct TakenBack {
    domain::TicketId ticket;
    DraftView draft;
};
// One transaction: the mails leave the outbox, the article and its files the ticket, an event says so; status and owner go
// back where nobody has changed them since; the text stands in the draft. If a worker has taken one of the mails, nothing
// of this happens. Errors: not_found "article.missing"; conflict "sending.gone".
Result<TakenBack> take_back(Desk& desk, access::Principal const& principal, domain::ArticleId article);
// Inside a transaction: the same, and the text is gone. For words that nobody wrote by hand.
Result<void> withdraw(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::ArticleId article);

}  // namespace lotse::desk
