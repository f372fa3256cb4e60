// SPDX-License-Identifier: Apache-2.0
// How a ticket stands to others: links, what was merged into it, where it was split from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/people.h"
#include "domain/relation.h"

namespace lotse::desk {

struct TicketBrief {
    domain::TicketId id;
    std::string subject;
    domain::Status status = domain::Status::fresh;
};
struct LinkedTicket {
    domain::LinkKind kind = domain::LinkKind::related;
    TicketBrief ticket;
};
struct MergedTicket {
    TicketBrief ticket;
    domain::Customer customer;
    Instant at{};
    domain::AgentId agent;
};
struct TicketRelations {
    std::vector<LinkedTicket> links;  // those of merged tickets included
    std::vector<MergedTicket> merged;
    std::optional<TicketBrief> split_from;
};

// One indexed read per ticket that is named.
Result<TicketRelations> relations_of(store::ReadTxn& txn, domain::Ticket const& ticket);

// "Other is related, is what I am a duplicate of, is my parent." Safe to repeat; gives the links as they are then.
// Errors: not_found; invalid "link.self", "ticket.missing" at /other, "link.cycle" where a parent would stand below its
// child.
Result<TicketRelations> link_tickets(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                     domain::TicketId other, domain::LinkKind kind);
Result<void> unlink_tickets(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                            domain::TicketId other);

}  // namespace lotse::desk
