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

// Mail of a sender who writes too much is stored, but its event is held: not settled until it is let through.
Result<std::int64_t> count_mail_of(WriteTxn& txn, std::string_view address, std::int64_t hour);  // with this one
Result<void> forget_mail_counts(WriteTxn& txn, std::int64_t before_hour);
Result<bool> has_held_before(ReadTxn& txn, Instant limit);
Result<std::int64_t> let_through_before(WriteTxn& txn, Instant limit);  // how many it were
Result<std::int64_t> let_through(WriteTxn& txn, domain::TicketId ticket);

// The live stream. Ids are given before a commit, so an event with a lower id may become visible after one with a higher
// id; a reader that goes by ids would pass over it. Therefore each event gets a position once it is committed: positions
// become visible in ascending order and never change.
// Gives positions to events that have none, at most `limit` of them; how many it were. One at a time for each tenant.
Result<int> place_events(WriteTxn& txn, int limit);
Result<bool> has_unplaced_events(ReadTxn& txn);
// Events with position > after, in that order. Cost: the rows returned.
Result<std::vector<domain::Event>> list_events_after(ReadTxn& txn, std::int64_t after, int limit);
Result<std::int64_t> last_position(ReadTxn& txn);

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
