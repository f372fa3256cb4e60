// SPDX-License-Identifier: Apache-2.0
// The worker of bulk jobs.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// Works on every desk's oldest waiting job for a little while and tells open pages how far it is. True while there is
// more to do. Two workers at once do nothing twice. Errors: those of the store; what a ticket refuses is told in its line.
Result<bool> run_bulk_step(Desk& desk);

}  // namespace lotse::desk
