// SPDX-License-Identifier: Apache-2.0
// An agent's message to people outside: its article, its mails, and what it does to the ticket. The steps that reply,
// forward, scheduled replies and macros share; all inside the caller's transaction.
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/recipients.h"
#include "desk/words.h"
#include "domain/correspondence.h"
#include "domain/event.h"
#include "domain/ticket.h"

namespace lotse::desk {

// Who writes. A scheduled reply outlives the session that wrote it, so this is a value.
struct Writer {
    domain::AgentId agent;
    std::string principal;  // "session:3"
};
inline Writer writer_of(access::Principal const& principal) { return {principal.agent, principal.id}; }

domain::Article message_of(Setup const& setup, Writer const& writer, domain::Ticket const& ticket,
                           domain::ArticleKind kind, Words const& words, Instant now);

struct Posting {
    domain::Article article;  // as stored
    Recipients recipients;
    domain::Status then = domain::Status::waiting;  // of the ticket; not for a forward
    bool is_forward = false;
    Instant leave_at{};  // no mail server sees it before
};
// From now on the message counts: event, status, owner, first reply; and one mail a recipient waits in the outbox. A ticket
// that was closed meanwhile stays closed.
Result<domain::Ticket> post_message(Desk& desk, store::WriteTxn& txn, Setup const& setup, Writer const& writer,
                                    domain::Ticket const& ticket, Posting const& posting);

// The same now, or the message waits until `send_at`: article and an event stand, status and clocks move when it goes out.
// Gives until when it can be taken back; nothing where it leaves at once.
Result<std::optional<Instant>> post_or_schedule(Desk& desk, store::WriteTxn& txn, Setup const& setup,
                                                Writer const& writer, domain::Ticket const& ticket,
                                                Posting const& posting, std::optional<Instant> const& send_at);

}  // namespace lotse::desk
