// SPDX-License-Identifier: Apache-2.0
// Turns what people decide into rights: walks the log behind the desk, settles predictions, moves standings. Behind and
// not inside the desk's use cases, so that no decision waits for it and none can forget it; its place in the log is stored
// with what it did, so after a crash nothing counts twice.
//
// A prediction is settled when its ticket is solved or closed, or when a person's choice has stood for 72 hours. An act of
// triage that a person changes is a failure at once. A hidden prediction that nobody decided tells nothing. A lesson
// (lessons.h) that was decided blind counts when it was told.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

constexpr std::chrono::hours kDecisionStands{72};

// One step of one desk, a few hundred rows; true: there may be more. Safe to repeat.
Result<bool> weigh_evidence(Desk& desk, domain::TenantScope const& scope);
// One step of every desk.
Result<bool> weigh_all(Desk& desk);

}  // namespace lotse::desk
