// SPDX-License-Identifier: Apache-2.0
// One change of many tickets as a job: asked for in one call, done ticket by ticket in transactions of their own, told
// ticket by ticket, taken back as a whole. Whoever is cut off goes on where it stopped: the line of a ticket moves with
// the ticket.
#pragma once

#include <optional>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "desk/update_ticket.h"
#include "domain/bulk_job.h"

namespace lotse::desk {

struct StartedJob {
    domain::BulkJob job;
    bool is_known = false;
};

// From a change of a ticket as callers write it, in the shape that the API checks. Error: invalid "category.missing".
Result<TicketPatch> patch_from(Setup const& setup, JsonObject const& changes);

// A ticket that is named twice is changed once. Error: invalid "bulk.nothing" at /changes.
Result<StartedJob> start_bulk(Desk& desk, access::Principal const& principal,
                              std::vector<domain::TicketId> const& tickets, JsonObject const& changes,
                              CallKey const& key);
// The job that a call with this key has started before; nothing if there was none.
Result<std::optional<StartedJob>> known_job(store::ReadTxn& txn, CallKey const& key);
// Inside a transaction: a job of this kind over these tickets, once for this key.
Result<StartedJob> store_job(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::BulkJob job,
                             std::vector<domain::TicketId> const& tickets, CallKey const& key);
// Puts back what the job changed and what nobody has changed since. A job is reversed once: again gives the same
// reversal. Errors: not_found; conflict "job.running" until it is done; invalid "job.kind" for a reversal.
Result<StartedJob> start_reversal(Desk& desk, access::Principal const& principal, domain::JobId job);

Result<domain::BulkJob> get_job(Desk& desk, domain::TenantScope const& scope, domain::JobId id);
Result<std::vector<domain::BulkItem>> list_items(Desk& desk, domain::TenantScope const& scope, domain::JobId id,
                                                 std::int64_t after, int limit);

// What the API and the live event "job" show.
JsonObject to_json(domain::BulkJob const& job);

}  // namespace lotse::desk
