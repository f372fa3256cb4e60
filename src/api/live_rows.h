// SPDX-License-Identifier: Apache-2.0
// From stored events to what a page's list needs: the rows of the tickets they are about, once each.
#pragma once

#include <vector>

#include "desk/desk.h"
#include "domain/event.h"
#include "net/hub.h"

namespace lotse::api {

inline constexpr std::string_view kRowEvent = "ticket";

struct LiveRow {
    net::LiveEvent event;
    std::int64_t ticket = 0;
    std::int64_t version = 0;  // of the ticket; 0 where it is gone
};

// Is it one of the stream of plain events (GET /api/v1/events), or one of the live stream (GET /api/v1/live)?
bool is_plain_event(net::LiveEvent const& event);

// {"ticket", "version", "row"} for each ticket, as it is now, under the id of its last event; ascending. A ticket that
// is gone has version 0 and row null.
Result<std::vector<LiveRow>> live_rows(desk::Desk& desk, domain::TenantScope const& scope,
                                       std::vector<domain::Event> const& events);

// {"queues": the items of GET /api/v1/queues/counts}
Result<net::LiveEvent> live_counts(desk::Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::api
