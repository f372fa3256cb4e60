// SPDX-License-Identifier: Apache-2.0
// What was done at past tickets, read in bounded pages for whoever learns from it.
#pragma once

#include <optional>
#include <vector>

#include "domain/ticket.h"
#include "store/db.h"

namespace lotse::store {

enum class WorkActKind : std::uint8_t { customer_wrote, replied, worked, waiting, solved, reopened };

struct WorkAct {
    Instant at{};
    WorkActKind kind = WorkActKind::worked;
    domain::AgentId agent;  // none if 0
};

struct WorkedTicket {
    domain::TicketId id;
    domain::Status status = domain::Status::fresh;
    domain::Priority priority = domain::Priority::normal;
    domain::CustomerId customer;
    domain::OrganizationId organization;
    domain::QueueId queue;
    domain::AgentId agent;
    domain::CategoryId category;
    std::string language;
    domain::Channel channel = domain::Channel::email;
    bool is_merged = false;
    Instant created_at{};
    std::optional<Instant> first_reply_at;
    std::optional<Instant> solved_at;
    std::int64_t booked_minutes = 0;
    std::vector<WorkAct> acts;  // any order
};

// Of one status, newest first, opened since `since` and before the last one of the page before. Placing a ticket (its
// queue, its owner) is no work at it. Cost: their rows, events, changes and booked times.
struct WorkPage {
    domain::Status status = domain::Status::fresh;
    Instant since{};
    Instant before = Instant::max();
    domain::TicketId before_id = domain::TicketId(INT64_MAX);
    int limit = 500;
};
Result<std::vector<WorkedTicket>> list_worked_tickets(ReadTxn& txn, WorkPage const& page);

// Open tickets of this status that came before; at most `most`.
Result<std::int64_t> count_open_before(ReadTxn& txn, domain::Status status, Instant before, std::int64_t most);

}  // namespace lotse::store
