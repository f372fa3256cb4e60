// SPDX-License-Identifier: Apache-2.0
// An agent's answer to the customer, or a note that never leaves the house: two types, so that a note cannot be mailed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct NewReply {
    domain::TicketId ticket;
    std::int64_t expected_version = 0;  // If-Match; 0 = any
    std::string text;
    domain::Status then = domain::Status::waiting;  // waiting, open or solved
    CallKey key;
};
struct NewNote {
    domain::TicketId ticket;
    std::string text;
    CallKey key;
};
struct Written {
    domain::ArticleId article;
    bool is_known = false;
};

// One transaction: article, event, status, first reply, and the mail in the outbox. Errors: not_found, conflict
// "ticket.stale_version", conflict "ticket.closed", invalid (/text empty, /then), invalid "ticket.no_address" where the
// customer cannot be reached by mail.
Result<Written> reply(Desk& desk, access::Principal const& principal, NewReply const& wanted);
Result<Written> add_note(Desk& desk, access::Principal const& principal, NewNote const& wanted);

}  // namespace lotse::desk
