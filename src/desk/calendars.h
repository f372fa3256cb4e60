// SPDX-License-Identifier: Apache-2.0
// Business calendars, as an admin makes and replaces them.
#pragma once

#include <vector>

#include "desk/made.h"
#include "domain/calendar.h"

namespace lotse::desk {

Result<std::vector<domain::Calendar>> list_calendars(Desk& desk, domain::TenantScope const& scope);
Result<domain::Calendar> get_calendar(Desk& desk, domain::TenantScope const& scope, domain::CalendarId id);
// With the holidays that its feed names beside its own: as deadlines see it.
Result<domain::Calendar> served_calendar(Desk& desk, domain::TenantScope const& scope, domain::CalendarId id);
// The calendar is one that domain::check() accepts. Errors: conflict "calendar.stale_version".
Result<Made<domain::Calendar>> make_calendar(Desk& desk, access::Principal const& principal,
                                             domain::Calendar const& calendar, CallKey const& key);
// Whole: calendar.id tells which, its version is not looked at.
Result<domain::Calendar> replace_calendar(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                          domain::Calendar const& calendar);

}  // namespace lotse::desk
