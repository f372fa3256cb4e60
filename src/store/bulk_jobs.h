// SPDX-License-Identifier: Apache-2.0
// Jobs that change many tickets, and the line of each ticket in them.
#pragma once

#include <vector>

#include "domain/bulk_job.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::BulkJob> add_bulk_job(WriteTxn& txn, domain::BulkJob job);
Result<void> add_bulk_item(WriteTxn& txn, domain::JobId job, domain::BulkItem const& item);
Result<domain::BulkJob> get_bulk_job(ReadTxn& txn, domain::JobId id);  // not_found "job.missing"
// The oldest that is not finished; the backlog's partial index.
Result<std::optional<domain::BulkJob>> next_bulk_job(ReadTxn& txn);
Result<std::vector<domain::BulkItem>> list_bulk_items(ReadTxn& txn, domain::JobId job, std::int64_t after, int limit);
// Those that nobody has done yet, in their order.
Result<std::vector<domain::BulkItem>> list_waiting_items(ReadTxn& txn, domain::JobId job, int limit);
Result<std::optional<domain::BulkItem>> find_bulk_item(ReadTxn& txn, domain::JobId job, domain::TicketId ticket);
// Once for each line, with its job's count: false if somebody has done it already.
Result<bool> finish_bulk_item(WriteTxn& txn, domain::JobId job, domain::BulkItem const& item);
Result<void> finish_bulk_job(WriteTxn& txn, domain::JobId job, Instant at);
Result<void> mark_reversed(WriteTxn& txn, domain::JobId job, domain::JobId by);

}  // namespace lotse::store
