// SPDX-License-Identifier: Apache-2.0
// What another policy or calendar would change, told before it is saved: due times of open tickets, and how the targets of the
// last 90 days would have been kept. Computed from the event logs by the same law that saving applies.
#pragma once

#include <array>

#include "desk/policies.h"
#include "domain/calendar.h"
#include "domain/clock_kind.h"

namespace lotse::desk {

// So many of the newest are looked at, whatever the size of the desk: about six indexed reads each, in transactions of 50.
inline constexpr int kPreviewTickets = 600;
inline constexpr std::chrono::days kPreviewDays{90};

struct ClockShare {
    std::int64_t judged_before = 0;  // rounds that came to an end, or were missed
    std::int64_t kept_before = 0;
    std::int64_t judged_after = 0;
    std::int64_t kept_after = 0;
};

struct DeadlinePreview {
    std::int64_t open = 0;  // looked at
    bool has_more_open = false;
    std::int64_t earlier = 0;  // the next thing that is due comes sooner, or there is one now
    std::int64_t later = 0;  // later, or never
    std::int64_t breached = 0;  // would have missed a target, and has missed none
    std::int64_t unbreached = 0;  // the other way round
    std::int64_t ended = 0;  // solved or closed within the days, looked at
    bool has_more_ended = false;
    std::array<ClockShare, domain::kClockKinds.size()> shares;  // of those, by clock
};

// Errors: those of change_policy; not_found. Tickets that the wanted calendar cannot serve are left out of the counts.
Result<DeadlinePreview> preview_policy(Desk& desk, domain::TenantScope const& scope, domain::PolicyId id,
                                       PolicyFields const& fields);
// `calendar` is whole, as for replace_calendar().
Result<DeadlinePreview> preview_calendar(Desk& desk, domain::TenantScope const& scope,
                                         domain::Calendar const& calendar);

}  // namespace lotse::desk
