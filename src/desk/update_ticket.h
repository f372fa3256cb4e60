// SPDX-License-Identifier: Apache-2.0
// A person, or a program with a token, changes fields of a ticket. What follows (deadlines, who hears of it) is settle's.
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/ticket_fields.h"
#include "domain/ticket.h"

namespace lotse::desk {

// Only what is given is changed. An id of 0 clears agent, category and organization.
struct TicketPatch {
    std::optional<std::string> subject;
    std::optional<domain::Status> status;
    std::optional<domain::CustomerId> customer;
    std::optional<domain::OrganizationId> organization;
    std::optional<domain::QueueId> queue;
    std::optional<domain::AgentId> agent;
    std::optional<domain::CategoryId> category;
    std::optional<domain::TicketType> type;
    std::optional<domain::Level> impact;
    std::optional<domain::Level> urgency;
    std::optional<domain::Priority> priority;
    std::optional<std::string> language;
    std::optional<Instant> due_at;  // Instant{} clears
    TagWishes tags;
    JsonObject fields;  // values of custom fields by key; null clears
    bool with_children = false;  // with status solved or closed: its open children too
};

struct Updated {
    domain::Ticket ticket;
    domain::EventId event;  // none if nothing changed
    bool teaches = false;  // a category or type was corrected: see learn_from_correction
};

// Impact or urgency without a priority sets the priority by the matrix. A category or type that a person sets teaches
// triage at once. Errors: not_found, conflict "ticket.stale_version", conflict "ticket.closed" (a closed ticket only
// takes category, type, organization, tags and custom fields), invalid with the field: unknown queue, agent, category,
// customer, tag, custom field; an agent who is disabled; status new; a required field that is empty.
Result<domain::Ticket> update_ticket(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                                     std::int64_t expected_version, TicketPatch const& patch);
// The same inside a transaction that does more. Whoever calls it lets triage learn after the commit.
Result<Updated> update_ticket_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                                 domain::TicketId ticket, std::int64_t expected_version, TicketPatch const& patch);
// Whether some open ticket could be changed so, for changes that are kept for later. Errors: those of the fields.
Result<void> check_patch(store::ReadTxn& txn, Setup const& setup, TicketPatch patch);

}  // namespace lotse::desk
