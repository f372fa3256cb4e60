// SPDX-License-Identifier: Apache-2.0
// To whom a message of ours goes. Nobody is added unseen: what a page shows is what is sent.
#pragma once

#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/correspondence.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct Recipients {
    std::vector<domain::Recipient> to;
    std::vector<domain::Recipient> cc;
};

// Canonical addresses, each once over both lists, at most 50 in all. Errors: invalid "address.format" and
// "recipient.own" (an address of this desk would answer itself) at /to/N/address; "recipient.too_many".
Result<Recipients> check_recipients(Setup const& setup, Recipients const& wanted);

bool is_own_address(Setup const& setup, std::string_view address);

// As an article shows them, `"Kowalska, Anna" <anna@example.org>, bo@example.org`, and back.
std::string recipients_text(std::vector<domain::Recipient> const& recipients);
std::vector<domain::Recipient> recipients_in(std::string_view text);

// What an answer to this message would go to: its writer (or the customer); with `all` also those whom the message named,
// without the desk's own addresses. An answer to a message of ours goes to whom that went.
Result<Recipients> recipients_of_answer(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                                        domain::ArticleId article, bool all);

}  // namespace lotse::desk
