// SPDX-License-Identifier: Apache-2.0
// The pool: tickets without an owner, by bucket and deadline. Rows come from settling; a ticket that is taken, put to
// sleep, answered or merged leaves with the same update, and one that loses its owner or wakes comes back (store/tickets).
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "domain/pool.h"
#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

// Ours to act on, without owner, awake, a ticket of its own.
bool may_wait(domain::Ticket const& ticket);
domain::PooledTicket pooled(domain::Ticket const& ticket, domain::AgentId known_by);

Result<void> put_in_pool(WriteTxn& txn, domain::PooledTicket const& ticket);  // anew or again
Result<void> take_out_of_pool(WriteTxn& txn, domain::TicketId ticket);  // nothing, if it is not there

// The heads of a queue's buckets: of each the nearest deadline and, where that lies before `in_time_from`, the nearest from
// then on, so that what can still be in time is seen beside what cannot. Tickets of `skip` are passed over. Cost: two
// index seeks a bucket, at most 500 buckets, whatever waits in them.
Result<std::vector<domain::PooledTicket>> pool_heads(ReadTxn& txn, domain::QueueId queue, Instant in_time_from,
                                                     std::set<domain::TicketId> const& skip = {});
// Whose customer or firm this agent served last, nearest deadline first.
Result<std::vector<domain::PooledTicket>> pool_of_acquaintances(ReadTxn& txn, domain::AgentId agent, int limit);
// Rows that changed after this moment and ticket, in that order: what somebody who keeps the pool in memory has to read.
// Nothing tells of a row that has gone; whoever means to take it finds out by its claim.
Result<std::vector<domain::PooledTicket>> pool_changed_since(ReadTxn& txn, Instant since, domain::TicketId after,
                                                             int limit);
Result<std::optional<domain::PooledTicket>> find_in_pool(ReadTxn& txn, domain::TicketId ticket);
// Whether this transaction has it to itself: false where another one holds it or has taken it.
Result<bool> claim_in_pool(WriteTxn& txn, domain::TicketId ticket);
// Waiting in a queue; counting ends at `most`.
Result<std::int64_t> count_in_pool(ReadTxn& txn, domain::QueueId queue, int most);

}  // namespace lotse::store
