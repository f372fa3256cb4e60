// SPDX-License-Identifier: Apache-2.0
// The counters behind count_by_queue and count_open_by_agent. They move in the transaction that moves the ticket, so
// they are exact at every moment and cost nothing to read.
#pragma once

#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

// What of a ticket is counted.
struct Counted {
    domain::QueueId queue;
    domain::Status status = domain::Status::fresh;
    domain::AgentId agent;
    domain::Channel channel = domain::Channel::email;  // never changes
    bool operator==(Counted const&) const = default;
};
inline Counted counted(domain::Ticket const& ticket) {
    return {ticket.queue, ticket.status, ticket.agent, ticket.channel};
}

Result<void> count_new(WriteTxn& txn, domain::TicketId id, Counted const& now);
Result<void> count_moved(WriteTxn& txn, domain::TicketId id, Counted const& before, Counted const& now);

}  // namespace lotse::store
