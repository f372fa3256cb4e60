// SPDX-License-Identifier: Apache-2.0
// Calendars of others that are read by themselves, and what they last said.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/secret.h"
#include "domain/calendar.h"
#include "store/db.h"

namespace lotse::store {

enum class FeedKind : std::uint8_t { holidays, absences };

struct CalendarFeed {
    FeedKind kind = FeedKind::holidays;
    std::int64_t owner = 0;  // the calendar, or the agent
    std::int64_t version = 1;  // of the address
    Secret<std::string> url;  // sealed
    std::string host;
    std::string etag;
    std::string last_modified;
    std::string name;
    std::vector<domain::Holiday> holidays;
    std::int64_t found = 0;  // holidays or absences of the last good reading
    std::int64_t left_out = 0;  // events that could not be read then
    std::int64_t failures = 0;  // in a row
    std::string failure;  // of the last one, a sentence
    Instant checked_at{};
    Instant read_at{};  // the last good reading
    Instant next_at{};
};

Result<std::optional<CalendarFeed>> find_feed(ReadTxn& txn, FeedKind kind, std::int64_t owner);
// Takes the place of whatever there was, with a version counted up.
Result<CalendarFeed> put_feed(WriteTxn& txn, CalendarFeed feed);
// What a reading found; nothing where the address is of another version meanwhile: false.
Result<bool> note_feed(WriteTxn& txn, CalendarFeed const& feed);
Result<bool> remove_feed(WriteTxn& txn, FeedKind kind, std::int64_t owner);
// Those to be read now, the longest overdue first.
Result<std::vector<CalendarFeed>> list_due_feeds(ReadTxn& txn, Instant now, int limit);
// Those that have failed at least so often in a row.
Result<std::int64_t> count_failing_feeds(ReadTxn& txn, int failures);
// Puts what feeds name beside the calendars' own holidays, those days left out that the calendar says are worked.
Result<void> add_feed_holidays(ReadTxn& txn, std::vector<domain::Calendar>& calendars);

}  // namespace lotse::store
