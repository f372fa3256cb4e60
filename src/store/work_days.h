// SPDX-License-Identifier: Apache-2.0
// How work is spread over people, counted as it happens: a row a person and day.
#pragma once

#include <vector>

#include "domain/event.h"
#include "domain/work_day.h"
#include "store/db.h"

namespace lotse::store {

std::int64_t day_of(Instant at);  // since 1970-01-01, UTC

// Where these changes give the ticket to somebody: who got it, by which road, and whether it was hard. Cost: a seek each of
// the event, the ticket and the person's last day, and one row; nothing where the owner stays.
Result<void> note_given(WriteTxn& txn, domain::EventId event, domain::TicketId ticket,
                        std::vector<domain::Change> const& changes, Instant at);
// Somebody was seen at work with so much of their capacity in use.
Result<void> note_load(WriteTxn& txn, domain::AgentId agent, std::int64_t thousandths, Instant at);

// Of everybody, first <= day <= last, by person and day. Cost: a row a person and day.
Result<std::vector<domain::WorkDay>> list_work_days(ReadTxn& txn, std::int64_t first, std::int64_t last);
Result<void> forget_work_days(WriteTxn& txn, std::int64_t before_day);

}  // namespace lotse::store
