// SPDX-License-Identifier: Apache-2.0
// Messages of a ticket go to somebody outside, who is asked. Their answer joins the ticket as an article; they do not
// become its customer.
#pragma once

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "desk/reply.h"

namespace lotse::desk {

struct NewForward {
    domain::TicketId ticket;
    std::string text;  // above what is forwarded; may be empty
    std::string html;
    Recipients recipients;  // at least one in `to`
    std::vector<domain::ArticleId> articles;
    std::vector<domain::AttachmentId> attachments;  // of the ticket; pictures within the messages come along
    std::vector<domain::UploadId> uploads;
    std::optional<Instant> send_at;
    std::optional<int> hold_seconds;
    CallKey key;
};

// Held and taken back as a reply is; moves no status and no clock. Errors: not_found; invalid (/to, /articles/N
// "article.missing" and "article.quarantined", /attachments/N, /uploads/N, /send_at, /hold_seconds).
Result<Written> forward(Desk& desk, access::Principal const& principal, NewForward const& wanted);

}  // namespace lotse::desk
