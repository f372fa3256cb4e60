// SPDX-License-Identifier: Apache-2.0
// An agent's answer to the people of a ticket. It is held for some seconds, in which it can be taken back (take_back.h), or
// goes out at a time that the writer chose.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "desk/recipients.h"
#include "domain/ticket.h"

namespace lotse::desk {

inline constexpr int kLongestHold = 120;  // seconds

struct NewReply {
    domain::TicketId ticket;
    std::int64_t expected_version = 0;  // If-Match; 0 = any
    std::string text;
    domain::Status then = domain::Status::waiting;  // waiting, open or solved
    CallKey key;
    std::string html{};
    Recipients recipients{};  // nobody in `to`: the customer
    std::vector<domain::UploadId> attachments{};
    std::optional<Instant> send_at{};
    std::optional<int> hold_seconds{};  // the desk's setting if absent
    domain::ArticleId seen_article{};  // the newest the writer saw; 0 = not told
    std::optional<std::int64_t> draft_revision{};  // of the draft that is sent
    bool keeps_draft = false;  // these words were none
};
struct Written {
    domain::ArticleId article;
    bool is_known = false;
    std::optional<Instant> sending_at;  // until then it can be taken back
};

// One transaction: article, files, event, status, first reply, the mails in the outbox, and the draft is gone. Errors:
// not_found, conflict "ticket.stale_version", conflict "ticket.closed", conflict "ticket.moved" (somebody else has written
// after `seen_article`), conflict "draft.moved" (somebody has sent or changed the draft), invalid (/text empty, /then,
// /to, /attachments, /send_at), invalid "ticket.no_address" where the customer cannot be reached by mail.
Result<Written> reply(Desk& desk, access::Principal const& principal, NewReply const& wanted);
// The same within a transaction; text and html are clean, `then` is checked.
Result<Written> reply_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, NewReply const& wanted);
// What can be said of a reply before the transaction; gives it back with clean words.
Result<NewReply> check_reply(Desk& desk, NewReply wanted);

// When a message of a writer who says so leaves. Errors: invalid at /send_at, /hold_seconds.
Result<Instant> leaving_at(Setup const& setup, Instant now, std::optional<int> hold_seconds);
Result<void> check_send_at(std::optional<Instant> const& send_at, Instant now);

// What others have written after `seen`, oldest first.
Result<std::vector<domain::Article>> written_since(store::ReadTxn& txn, access::Principal const& principal,
                                                   domain::TicketId ticket, domain::ArticleId seen);
Result<std::vector<domain::Article>> written_since(Desk& desk, access::Principal const& principal,
                                                   domain::TicketId ticket, domain::ArticleId seen);

}  // namespace lotse::desk
