// SPDX-License-Identifier: Apache-2.0
// What waits to be done by itself, over all desks: for the jobs. Each look costs one indexed read per desk.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "desk/desk.h"
#include "domain/desk_setup.h"
#include "domain/notice.h"
#include "domain/people.h"

namespace lotse::desk {

// The desks that jobs look after. An unfinished demo is left alone: its story is being told with a clock of its own, by
// this process or another, and nothing of it may be settled or sent in the present.
Result<std::vector<domain::Tenant>> tended_desks(Desk& desk);

struct UnsettledEvent {
    domain::TenantId tenant;
    domain::EventId event;
    domain::TicketId ticket;
};
// Oldest first within a desk; at most `limit` of each, so that one desk's flood does not hide another's ticket.
Result<std::vector<UnsettledEvent>> unsettled_events(Desk& desk, int limit);

struct DueNotice {
    domain::TenantId tenant;
    std::string from_name;  // of the desk
    std::string from_address;  // the queue's or the desk's
    domain::Notice notice;  // claimed for this worker
};
// Of the desks that have a way out. Writes only where something is due: an idle desk stays idle.
using HasWayOut = std::function<Result<bool>(domain::TenantId)>;
Result<std::vector<DueNotice>> claim_due_notices(Desk& desk, int limit, HasWayOut const& has_way_out);

// Fires every due timer of every desk, sends replies whose time has come, wakes tickets; gives how long nothing will be due, at most `longest`, and how many fired.
struct FiredTimers {
    Duration pause{};
    int fired = 0;
};
Result<FiredTimers> fire_due_timers(Desk& desk, Duration longest);

struct DeskMailbox {
    domain::TenantId tenant;
    domain::Mailbox mailbox;
};
// Those that are to be fetched.
Result<std::vector<DeskMailbox>> enabled_mailboxes(Desk& desk);

}  // namespace lotse::desk
