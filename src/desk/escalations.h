// SPDX-License-Identifier: Apache-2.0
// Escalations as people see them: what is open, what calls me, and "I look after it".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "domain/escalation.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct EscalationItem {
    domain::Escalation escalation;
    domain::Ticket ticket;
    std::vector<domain::EscalationTold> told;  // in order
};
struct EscalationList {
    std::vector<EscalationItem> items;
    std::string next;
    std::shared_ptr<Setup const> setup;
    std::map<domain::WebhookId, std::string> webhooks = {};  // names of those that were called and are still there
};

// Running ones that call the caller and nobody looks after, the newest first; at most `limit`, without a cursor.
Result<EscalationList> my_escalations(Desk& desk, access::Principal const& principal, int limit);
// Of the desk, running or acknowledged. Cost: the rows given.
Result<EscalationList> list_escalations(Desk& desk, access::Principal const& principal, domain::EscalationState state,
                                        std::string_view after, int limit);
// Of a ticket, the newest first, ended ones too. Error: not_found.
Result<EscalationList> ticket_escalations(Desk& desk, access::Principal const& principal, domain::TicketId ticket);
Result<EscalationList> one_escalation(Desk& desk, access::Principal const& principal, domain::EscalationId id);

struct EscalationCounts {
    std::int64_t mine = 0;  // counting ends at 100
    std::int64_t all = 0;
};
Result<EscalationCounts> count_escalations(Desk& desk, access::Principal const& principal);

// The caller looks after it: no further step is taken. Repeating it, or doing so when somebody else did before, changes
// nothing. Errors: not_found; invalid "escalation.no_person" for a program that acts as nobody; conflict
// "escalation.ended".
Result<domain::Escalation> acknowledge_escalation(Desk& desk, access::Principal const& principal,
                                                  domain::EscalationId id);

}  // namespace lotse::desk
