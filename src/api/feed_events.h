// SPDX-License-Identifier: Apache-2.0
// Carries stored events to the listeners of the live stream. Reads them from the store after the commit, so a stream never
// tells of what may still be rolled back, and tells of what other processes wrote, too.
#pragma once

#include "desk/desk.h"
#include "net/hub.h"
#include "net/lanes.h"
#include "net/runtime.h"

namespace lotse::api {

struct FeedParts {
    net::Runtime& runtime;
    net::Lanes& lanes;
    desk::Desk& desk;
    net::Hub& hub;
};

// Spawns the loop and adds itself to the desk's signals event_stored and ticket_settled, keeping who is there already.
// Call before the threads that write start. An event reaches listeners within 100 ms; one of another process within 2 s.
// The parts outlive the runtime's stop().
void start_event_feed(FeedParts parts);

}  // namespace lotse::api
