// SPDX-License-Identifier: Apache-2.0
// Who plans: shifts, weekly hours, dates and absences.
#pragma once

#include <optional>
#include <vector>

#include "desk/made.h"
#include "domain/roster.h"

namespace lotse::desk {

struct ShiftFields {
    std::optional<std::string> name;
    std::optional<std::vector<domain::Interval>> hours;
};
Result<std::vector<domain::Shift>> list_shifts(Desk& desk, domain::TenantScope const& scope);
Result<domain::Shift> get_shift(Desk& desk, domain::TenantScope const& scope, domain::ShiftId id);
// Errors: conflict "shift.name_taken", "shift.too_many" (500), "shift.stale_version".
Result<Made<domain::Shift>> make_shift(Desk& desk, access::Principal const& principal, ShiftFields const& fields,
                                       CallKey const& key);
Result<domain::Shift> change_shift(Desk& desk, access::Principal const& principal, domain::ShiftId id,
                                   std::int64_t expected_version, ShiftFields const& fields);
Result<void> remove_shift(Desk& desk, access::Principal const& principal, domain::ShiftId id);

// Version 0 and no hours where there is no pattern. Error: not_found "agent.missing".
struct Hours {
    domain::WorkPattern pattern;
    bool is_set = false;
};
Result<Hours> read_hours(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent);
Result<Hours> put_hours(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                        domain::WorkPattern pattern);
Result<void> remove_hours(Desk& desk, access::Principal const& principal, domain::AgentId agent);

struct RosterChange {
    domain::AgentId agent;
    std::chrono::local_days date;
    std::optional<domain::ShiftId> shift;  // none: the weekly pattern again; 0: free
};
// All or none. Errors: invalid with the entry ("/days/3/shift").
Result<void> put_roster(Desk& desk, access::Principal const& principal, std::vector<RosterChange> const& changes);

// The roster of some dates, with everybody who may own tickets, by name.
struct RosterView {
    std::shared_ptr<Setup const> setup;
    domain::RosterRows rows;
    std::vector<domain::Agent> people;
    bool has_more = false;
};
// Of a queue, or of all where it is 0; those behind `after` in the order of ids; at most 200 people.
Result<RosterView> read_roster(Desk& desk, domain::TenantScope const& scope, std::chrono::local_days from,
                               std::chrono::local_days until, domain::QueueId queue, domain::AgentId after);

// Those that are not over yet, and of the last year.
Result<std::vector<domain::Absence>> list_absences(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent);
Result<Made<domain::Absence>> make_absence(Desk& desk, access::Principal const& principal,
                                           domain::Absence const& absence, CallKey const& key);
// As the API writes them (domain/roster_json.h); what is not given stays.
struct AbsenceFields {
    std::optional<domain::AbsenceKind> kind;
    std::optional<std::string> from;
    std::optional<std::string> until;
    std::optional<std::string> note;
};
// Errors: not_found "absence.missing", also where it is another person's; invalid at "/from" or "/until"; conflict
// "absence.stale_version", and "absence.imported" for one that comes from a calendar.
Result<domain::Absence> change_absence(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                                       domain::AbsenceId id, std::int64_t expected_version,
                                       AbsenceFields const& fields);
// Errors: not_found "absence.missing", also where it is another person's; conflict "absence.imported".
Result<void> remove_absence(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                            domain::AbsenceId id);

Result<domain::RosterRules> read_rules(Desk& desk, domain::TenantScope const& scope);
std::int64_t version_of(domain::RosterRules const& rules);
Result<domain::RosterRules> put_rules(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                      domain::RosterRules const& rules);

}  // namespace lotse::desk
