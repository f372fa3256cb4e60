// SPDX-License-Identifier: Apache-2.0
// Shifts, weekly patterns, the roster's dates, absences, and what people say of their availability. Every write counts the
// roster's revision up, by which a cache sees that it is old.
#pragma once

#include <optional>
#include <vector>

#include "domain/roster.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Shift> add_shift(WriteTxn& txn, domain::Shift shift);  // conflict "shift.name_taken"
Result<domain::Shift> get_shift(ReadTxn& txn, domain::ShiftId id);  // not_found "shift.missing"
Result<domain::Shift> update_shift(WriteTxn& txn, domain::Shift shift);  // by version: conflict "shift.stale_version"
Result<void> remove_shift(WriteTxn& txn, domain::ShiftId id);  // with its dates in the roster
Result<std::vector<domain::Shift>> list_shifts(ReadTxn& txn);

Result<std::optional<domain::WorkPattern>> find_pattern(ReadTxn& txn, domain::AgentId agent);
// The first one has version 1; conflict "hours.stale_version" where the version is neither 0 nor the stored one.
Result<domain::WorkPattern> put_pattern(WriteTxn& txn, domain::WorkPattern pattern);
Result<void> remove_pattern(WriteTxn& txn, domain::AgentId agent);

// No shift at all: the weekly pattern counts again.
Result<void> put_roster_day(WriteTxn& txn, domain::AgentId agent, std::chrono::local_days date,
                            std::optional<domain::ShiftId> shift);

Result<domain::Absence> add_absence(WriteTxn& txn, domain::Absence absence);
Result<domain::Absence> get_absence(ReadTxn& txn, domain::AbsenceId id);  // not_found "absence.missing"
Result<domain::Absence> update_absence(WriteTxn& txn, domain::Absence absence);  // conflict "absence.stale_version"
Result<void> remove_absence(WriteTxn& txn, domain::AbsenceId id);
Result<void> remove_absences_from(WriteTxn& txn, domain::AgentId agent, std::string_view source);
// Of that source alone, those that end after this, by when they begin.
Result<std::vector<domain::Absence>> list_absences_from(ReadTxn& txn, domain::AgentId agent, std::string_view source,
                                                        domain::LocalTime after);
// Of one person, those that end after this, in order of their ends; at most 500.
Result<std::vector<domain::Absence>> list_absences(ReadTxn& txn, domain::AgentId agent, domain::LocalTime after);

Result<std::optional<domain::Availability>> find_availability(ReadTxn& txn, domain::AgentId agent);
Result<void> put_availability(WriteTxn& txn, domain::Availability const& availability);
Result<std::vector<domain::Availability>> list_availabilities(ReadTxn& txn);

// Everything that bears on [from, until) but the rules: index ranges by date, whole lists of shifts and patterns.
Result<domain::RosterRows> read_roster(ReadTxn& txn, std::chrono::local_days from, std::chrono::local_days until);
Result<std::int64_t> roster_revision(ReadTxn& txn);

Result<domain::RosterRules> read_roster_rules(ReadTxn& txn);
Result<void> write_roster_rules(WriteTxn& txn, domain::RosterRules const& rules);

struct LastSeen {
    domain::AgentId agent;
    Instant at{};
};
// Of everybody who is signed in, to five minutes. O(sessions).
Result<std::vector<LastSeen>> list_last_seen(ReadTxn& txn);

}  // namespace lotse::store
