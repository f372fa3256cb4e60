// SPDX-License-Identifier: Apache-2.0
// What a customer sees of their own tickets and may do with them. They see what they wrote, and what was sent to them: a
// message once it has left, never a note, a forward, or what somebody else wrote to the desk. A ticket of somebody else
// answers not_found, exactly as one that is not there (H-24).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "desk/help_message.h"
#include "desk/view_ticket.h"
#include "store/surveys.h"
#include "store/tickets.h"

namespace lotse::desk {

struct OwnMessage {
    domain::Article article;  // text is what the message adds, without quotes
    std::vector<domain::Attachment> files;
    std::string writer;  // who answers, as the desk lets customers know; "" for the customer's own
};

struct OwnTicket {
    domain::Ticket ticket;
    std::vector<OwnMessage> messages;  // the newest, oldest of them first
    domain::ArticleId older;  // there are more before this one; none if 0
    std::string team;
    bool names_agents = true;
    std::string person;  // "" = the team has it, or the desk names nobody
    bool may_reopen = false;
    std::optional<Instant> reopen_until;
    std::optional<store::Survey> survey;
    std::vector<domain::Promise> promises;
    domain::TicketId goes_on_in;  // it was joined to another one of the same customer; none if 0
};

// Opens a ticket. Errors: of inbound_of; invalid "help.subject".
Result<domain::TicketId> open_own_ticket(Desk& desk, domain::TenantScope const& scope, HelpMessage const& message);
// Adds to it; a solved one opens again, one that is closed for good gets a follower, whose number this gives.
Result<domain::TicketId> answer_own_ticket(Desk& desk, domain::TenantScope const& scope,
                                           domain::Customer const& customer, domain::TicketId ticket,
                                           HelpMessage const& message);

struct TicketList {
    store::TicketPage page;
    std::shared_ptr<Setup const> setup;
};
// Those that are open, or those that are over; last changed first.
Result<TicketList> list_own_tickets(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                                    bool are_over, std::string const& after);
// Messages before `before`; 0: the newest.
Result<OwnTicket> view_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::Customer const& customer,
                                  domain::TicketId ticket, domain::ArticleId before = {});
Result<File> read_own_file(Desk& desk, domain::TenantScope const& scope, domain::Customer const& customer,
                           domain::TicketId ticket, domain::AttachmentId file);

// "It is solved": from any state before; repeatable.
Result<void> close_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                              domain::TicketId ticket);
// "It is not": while the desk's window is open; whoever had it is told. Error: conflict "ticket.closed".
Result<void> reopen_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                               domain::TicketId ticket);
Result<void> judge_own_ticket(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                              domain::TicketId ticket, int score, std::string_view comment);

}  // namespace lotse::desk
