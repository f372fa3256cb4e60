// SPDX-License-Identifier: Apache-2.0
// An event as listeners of the live stream get it. Pure.
#pragma once

#include "base/json.h"
#include "domain/event.h"
#include "net/hub.h"

namespace lotse::api {

// {"id", "ticket", "kind", "actor", "agent", "article", "at"}: what happened to which ticket, without its words.
JsonObject show_live(domain::Event const& event);
// Named "ticket.opened", "ticket.settled", ...
net::LiveEvent live_event(domain::Event const& event);

}  // namespace lotse::api
