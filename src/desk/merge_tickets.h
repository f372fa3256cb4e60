// SPDX-License-Identifier: Apache-2.0
// Two tickets that are one matter become one, until somebody takes that back; a ticket that is two matters becomes two.
//
// A merge moves the messages and files of the source into the target, where they stand in the order in which they came.
// The source is closed and points there, and mail to its thread lands there. Its status and clocks are kept aside and not
// written to its log as done work, so undoing it gives back exactly what was: what had become due meanwhile is due.
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct Merged {
    domain::TicketId ticket;
    domain::TicketId into;
    int articles = 0;  // that moved
    bool is_known = false;
};

// Errors: not_found; invalid "merge.self", "ticket.missing" at /into; conflict "ticket.merged" where either stands in
// another already, "ticket.closed" for the target.
Result<Merged> merge_tickets(Desk& desk, access::Principal const& principal, domain::TicketId source,
                             domain::TicketId target, CallKey const& key);
// What came to the target since stays there. Errors: not_found; conflict "merge.none", and "ticket.merged" while the
// target itself stands in another.
Result<void> undo_merge(Desk& desk, access::Principal const& principal, domain::TicketId source);

struct NewSplit {
    domain::TicketId ticket;
    std::vector<domain::ArticleId> articles;
    std::string subject;  // "" = that of the ticket
    CallKey key;
};
struct Split {
    domain::TicketId ticket;  // the new one
    bool is_known = false;
};
// The new ticket is of the same customer, who is not mailed, and is placed like any other. Errors: not_found; invalid
// "article.missing" at /articles/N, "split.all" at /articles (one stays); conflict "ticket.merged".
Result<Split> split_ticket(Desk& desk, access::Principal const& principal, NewSplit const& wanted);
// All messages of the split ticket, also later ones, go to where it came from, as a merge does it: with a pointer, and to
// be undone. Errors: not_found; conflict "split.none", "ticket.merged".
Result<void> undo_split(Desk& desk, access::Principal const& principal, domain::TicketId ticket);

// In place of a settlement, for a message that came to a ticket while that was being merged: it goes on to the target,
// which is told as if it had come there. True if so; then there is nothing left to settle.
Result<bool> forward_merged(Desk& desk, store::WriteTxn& txn, domain::EventId event);

}  // namespace lotse::desk
