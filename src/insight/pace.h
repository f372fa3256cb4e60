// SPDX-License-Identifier: Apache-2.0
// When a desk works: how much of what waits is turned to in which hour of the week, by what its history tells. Waits are
// told in it, so that a ticket that comes at night does not wait for longer by having come at night. Pure.
#pragma once

#include <vector>

#include "domain/zone.h"
#include "insight/desk_model.h"

namespace lotse::insight {

// From the visits before `until`: those that began in an hour, over the time that others waited in it (a hazard), as a
// factor by day and one by hour. Fewer than fifty visits teach nothing.
void learn_pace(DeskModel& model, Instant until);
OpenClock pace_clock(DeskModel const& model, Instant from, Instant until);
// Sets Visit::wait of every visit.
void measure_waits(DeskModel& model);

// The desk's own; UTC where its name is not known.
domain::Zone zone_of(DeskModel const& model);
// Monday 0; a holiday of any of the desk's calendars is a Sunday.
std::size_t day_class(DeskModel const& model, std::chrono::local_days day);

}  // namespace lotse::insight
