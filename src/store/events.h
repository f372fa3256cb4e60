// SPDX-License-Identifier: Apache-2.0
// The append-only log of a ticket: events, the changes they carry, what triage said.
#pragma once

#include <vector>

#include "domain/event.h"
#include "domain/suggestion.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Event> add_event(WriteTxn& txn, domain::Event event);  // id is given here
Result<std::vector<domain::Event>> list_events(ReadTxn& txn, domain::TicketId ticket);  // oldest first
// The newest `limit` with id < before (0: of all), oldest first.
Result<std::vector<domain::Event>> list_events_before(ReadTxn& txn, domain::TicketId ticket, domain::EventId before,
                                                      int limit);
// Events that still need settling, oldest first: a partial index, so its cost is that of the backlog.
Result<std::vector<domain::Event>> list_unsettled(ReadTxn& txn, int limit);
Result<domain::Event> get_event(ReadTxn& txn, domain::EventId id);
Result<void> mark_settled(WriteTxn& txn, domain::EventId id, Instant at);
// For the live stream: events with id > after, oldest first. Cost: the rows returned.
Result<std::vector<domain::Event>> list_events_after(ReadTxn& txn, domain::EventId after, int limit);
Result<domain::EventId> last_event_id(ReadTxn& txn);

Result<void> add_changes(WriteTxn& txn, domain::EventId event, domain::TicketId ticket,
                         std::vector<domain::Change> const& changes, Instant at);
struct StoredChange {
    domain::EventId event;
    domain::Change change;
    Instant at{};
};
Result<std::vector<StoredChange>> list_changes(ReadTxn& txn, domain::TicketId ticket);  // oldest first
// Those of events with first <= id <= last, oldest first.
Result<std::vector<StoredChange>> list_changes_between(ReadTxn& txn, domain::TicketId ticket, domain::EventId first,
                                                       domain::EventId last);

Result<void> add_suggestion(WriteTxn& txn, domain::EventId event, domain::TicketId ticket,
                            domain::Suggestion const& suggestion, Instant at);
Result<std::optional<domain::Suggestion>> last_suggestion(ReadTxn& txn, domain::TicketId ticket);

}  // namespace lotse::store
