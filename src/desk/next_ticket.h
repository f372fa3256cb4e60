// SPDX-License-Identifier: Apache-2.0
// "Give me the next one": somebody takes the ticket that presses most of what waits in their queues and they can do.
#pragma once

#include <optional>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/because.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct NextTicket {
    std::optional<domain::Ticket> ticket;  // none: nothing waits that this person could take and has room for
    domain::Because because;               // why this one, or why none
    bool is_known = false;                 // an earlier call with this key took it
};

// Whatever the queues say of pushing: what has no owner may be taken. Two people never get the same ticket, and one press
// that is sent twice with the same key takes one. Errors: conflict "next.person" (a token that acts as nobody),
// "next.absent", "next.full" (no room for a ticket of any channel), "next.busy" (twenty times somebody was quicker).
Result<NextTicket> next_ticket(Desk& desk, access::Principal const& principal, CallKey const& key);

}  // namespace lotse::desk
