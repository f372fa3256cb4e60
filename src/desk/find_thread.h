// SPDX-License-Identifier: Apache-2.0
// Finds the ticket that an inbound message answers; nothing means it opens a new one. Trusts only a reply token that we
// signed, in the recipient address or in a quoted Message-ID. A ticket number in the subject is shown to the agent as a
// hint and never joins a thread: anybody can type one (H-14). At most two indexed reads, whatever the size of the desk.
#pragma once

#include <optional>
#include <string>

#include "domain/inbound.h"
#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::desk {

struct Thread {
    std::optional<domain::Ticket> ticket;  // nothing: a new ticket
    bool is_participant = false;  // the token was issued to this very sender
    bool is_quarantined = false;  // keep and show, but let it move nothing
    std::string remark;  // one sentence for the agent; "" if all is plain
};

// The rule table (one token unless said otherwise):
//   sender proof fails, or not exactly one From     -> the token's ticket, quarantined
//   token of this sender                            -> the ticket
//   token of somebody else, proof pass              -> the ticket, as a new participant without history
//   token of somebody else, no proof                -> the ticket, quarantined
//   tokens of two or more tickets                   -> a new ticket, quarantined
//   no valid token                                  -> a new ticket (quarantined if not exactly one From)
// A message with a valid token of its own sender and no proof counts as the customer's: the 128 signed bits were sent
// to that mailbox only, and most small desks have no server in front that proves senders.
Result<Thread> find_thread(store::ReadTxn& txn, std::string_view reply_key, domain::Inbound const& inbound);

}  // namespace lotse::desk
