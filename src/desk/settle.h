// SPDX-License-Identifier: Apache-2.0
// What follows from an event: labels, queue and person, status, deadlines, notices. Pure and repeatable: the same facts
// give the same settlement, so a crash, a replay and the question "why did this happen" are calls of this function.
#pragma once

#include "base/result.h"
#include "desk/facts.h"

namespace lotse::desk {

// Changes made here start no further settle; so there are no loops, by construction. Error: bug only.
Result<Settlement> settle(Facts const& facts);

}  // namespace lotse::desk
