// SPDX-License-Identifier: Apache-2.0
// Mail of a sender who writes more often than the desk's settings allow within an hour (30, by the clock) is stored and
// shown like any other, but held: nothing is decided on it and nobody is answered, until an agent lets it through or an
// hour has passed. So a machine gone wild costs a desk no answers and no attention, and no mail is ever lost.
#pragma once

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/event.h"
#include "domain/inbound.h"
#include "domain/ticket.h"

namespace lotse::desk {

constexpr std::chrono::hours kHoldTime{1};

// Counts the mail and marks its event as held where it is one too many. Only mail from the doors counts: what is
// imported is history, and other channels have limits of their own.
Result<void> hold_if_too_many(store::WriteTxn& txn, domain::Inbound const& inbound,
                              domain::DeskSettings const& settings, domain::Event& event);

// Lets all held mail of a ticket through at once; repeatable. Errors: not_found.
Result<domain::Ticket> let_mail_through(Desk& desk, access::Principal const& principal, domain::TicketId ticket);

// Lets through what has been held for its hour.
Result<void> let_old_mail_through(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
