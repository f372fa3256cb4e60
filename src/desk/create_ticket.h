// SPDX-License-Identifier: Apache-2.0
// A ticket by API, phone note or command line: the same road as a mail (accept), with what the caller already knows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/inbound.h"

namespace lotse::desk {

struct NewTicket {
    std::string subject;
    std::string text;  // what the customer wants, as plain text
    domain::Channel channel = domain::Channel::api;
    domain::CustomerId customer;  // either this ...
    domain::Person from;          // ... or an address, found or made
    std::string phone;
    std::string language;
    domain::QueueId queue;
    domain::CategoryId category;
    std::optional<domain::Priority> priority;
    std::optional<domain::TicketType> type;
    std::vector<domain::InboundFile> files;
    CallKey key;
};

struct CreatedTicket {
    domain::TicketId ticket;
    domain::ArticleId article;
    bool is_known = false;  // this call was made before
};

// Errors: invalid with the field: /subject and /text empty, /customer missing or not an address, /queue or /category
// unknown, /channel email.
Result<CreatedTicket> create_ticket(Desk& desk, access::Principal const& principal, NewTicket const& wanted);

}  // namespace lotse::desk
