// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/ticket.h"
#include "store/db.h"
#include "store/sql_text.h"

namespace lotse::store {

inline constexpr SqlPiece kTicketColumns =
    "id, version, status, channel, customer_id, organization_id, queue_id, agent_id, category_id, type, has_type, "
    "impact, urgency, priority, is_unreadable, is_escalated, follows_id, created_at, updated_at, first_reply_at, "
    "solved_at, closed_at, first_reply_due_at, solution_due_at, language, subject, due_at, merged_into_id, tags, "
    "fields, snoozed_until, sentiment, next_reply_due_at, update_due_at, handover_due_at, unexplained_breaches";
domain::Ticket read_ticket(Row const& row);

}  // namespace lotse::store
