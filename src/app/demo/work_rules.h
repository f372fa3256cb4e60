// SPDX-License-Identifier: Apache-2.0
// What the demo's firm decides about its own work, so that the gate has a story: once its second model serves, it wants the type of a ticket right in 85 of
// a hundred cases and decides it blind on every ticket until a value has earned its right, then on every second; and one day it
// files alerts of empty toner as nothing to do, for the maker of the printers reads them now as well, which makes a proven label wrong. What the gate makes of it is
// the gate's own doing.
#pragma once

#include "access/principal.h"
#include "app/demo/scripts.h"
#include "desk/desk.h"

namespace lotse::app {

// Every third ticket is an alert of a machine: what comes again and again can be proven soonest.
constexpr bool is_alert_turn(std::size_t ticket) { return ticket % 3 == 2; }
// The part of the story after which alerts are filed anew.
constexpr double kFiledAnewFrom = 0.8;

Result<void> wish_for_proof(desk::Desk& desk, access::Principal const& admin);
// Whether any value of the type acts by right now.
Result<bool> has_earned(desk::Desk& desk, domain::TenantScope const& scope);
// Does nothing until a value of the type acts by right.
Result<void> ease_after_proof(desk::Desk& desk, access::Principal const& admin);
// When the story ends: one ticket in ten is blind, as on every desk, so that the next ones show what triage says.
Result<void> rest(desk::Desk& desk, access::Principal const& admin);
// What people say that the script is, before that day and after.
domain::TicketType filed_as(Script const& script, bool is_filed_anew);

}  // namespace lotse::app
