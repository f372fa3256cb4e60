// SPDX-License-Identifier: Apache-2.0
// What tickets weigh in this desk, and what that makes of what somebody has open. Pure.
#pragma once

#include "desk/setup.h"
#include "routing/load.h"
#include "store/tickets.h"

namespace lotse::desk {

// The channel stands in it only where somebody has a limit of their own for it, so that a desk without such limits has no
// more kinds of tickets than before.
routing::Weight weight_of(Setup const& setup, domain::Channel channel);
routing::Load load_of(Setup const& setup, store::OpenWork const& open);
// Room for a ticket of one channel at least, whatever else stands against it.
bool has_any_room(Setup const& setup, domain::Agent const& agent, routing::Load const& load);
// Whether tickets differ in what they take: by channel, or where somebody has a limit of their own.
bool weighs(Setup const& setup);

}  // namespace lotse::desk
