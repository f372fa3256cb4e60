// SPDX-License-Identifier: Apache-2.0
// The desk itself: its name, address and numbers, and the matrix that makes a priority of impact and urgency.
#pragma once

#include <optional>
#include <string>

#include "desk/made.h"
#include "domain/desk_setup.h"
#include "domain/people.h"

namespace lotse::desk {

struct DeskInfo {
    domain::Tenant tenant;
    domain::DeskSettings settings;
};
// A mark of the content, for ETags: these rows count no versions. Positive.
std::int64_t version_of(DeskInfo const& info);
std::int64_t version_of(domain::PriorityMatrix const& matrix);

Result<DeskInfo> read_desk(Desk& desk, domain::TenantScope const& scope);

// Only what is given is set.
struct DeskFields {
    std::optional<std::string> name;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
    std::optional<std::string> mail_from;
    std::optional<bool> accepts_any_recipient;
    std::optional<int> reopen_window_days;
    std::optional<int> close_after_days;
    std::optional<int> mails_per_sender_hour;
    std::optional<int> warn_at_percent;
    std::optional<int> hold_seconds;
    std::optional<domain::SecondFactor> second_factor;
    std::optional<bool> tells_delays;
    std::optional<int> audit_days;  // 0 = for ever, else at least 30
    std::optional<int> escalation_days;  // 0 = for ever, else at least 7
    std::optional<int> lesson_days;  // 0 = while there is room
};
// Errors: invalid with the field; conflict "desk.stale_version".
Result<DeskInfo> change_desk(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                             DeskFields const& fields);
// Error: conflict "matrix.stale_version".
Result<domain::PriorityMatrix> replace_matrix(Desk& desk, access::Principal const& principal,
                                              std::int64_t expected_version, domain::PriorityMatrix const& matrix);

}  // namespace lotse::desk
