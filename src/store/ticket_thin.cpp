// SPDX-License-Identifier: Apache-2.0
#include "store/ticket_thin.h"

#include <utility>

namespace lotse::store {

std::string_view thin_statement(RangeKey key, bool descending) {
    switch (key) {
        case RangeKey::updated:
            return descending
                       ? "SELECT updated_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND priority = "
                         "?5 AND (updated_at, id) < (?2, ?3) ORDER BY updated_at DESC, id DESC LIMIT ?4"
                       : "SELECT updated_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND priority = "
                         "?5 AND (updated_at, id) > (?2, ?3) ORDER BY updated_at, id LIMIT ?4";
        case RangeKey::created:
            return descending ? "SELECT created_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                                "(created_at, id) < (?2, ?3) ORDER BY created_at DESC, id DESC LIMIT ?4"
                              : "SELECT created_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                                "(created_at, id) > (?2, ?3) ORDER BY created_at, id LIMIT ?4";
        case RangeKey::first_reply_due:
            return descending
                       ? "SELECT first_reply_due_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                         "first_reply_due_at IS NOT NULL AND (first_reply_due_at, id) < (?2, ?3) "
                         "ORDER BY first_reply_due_at DESC, id DESC LIMIT ?4"
                       : "SELECT first_reply_due_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                         "first_reply_due_at IS NOT NULL AND (first_reply_due_at, id) > (?2, ?3) "
                         "ORDER BY first_reply_due_at, id LIMIT ?4";
        case RangeKey::solution_due:
            return descending ? "SELECT solution_due_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                                "solution_due_at IS NOT NULL AND (solution_due_at, id) < (?2, ?3) "
                                "ORDER BY solution_due_at DESC, id DESC LIMIT ?4"
                              : "SELECT solution_due_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                                "solution_due_at IS NOT NULL AND (solution_due_at, id) > (?2, ?3) "
                                "ORDER BY solution_due_at, id LIMIT ?4";
        case RangeKey::next_due:
            return descending ? "SELECT next_due_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                                "next_due_at IS NOT NULL AND (next_due_at, id) < (?2, ?3) "
                                "ORDER BY next_due_at DESC, id DESC LIMIT ?4"
                              : "SELECT next_due_at, id FROM ticket WHERE tenant_id = :tenant AND status = ?1 AND "
                                "next_due_at IS NOT NULL AND (next_due_at, id) > (?2, ?3) "
                                "ORDER BY next_due_at, id LIMIT ?4";
    }
    std::unreachable();
}

domain::Ticket thin_ticket(Row const& row, RangeKey key) {
    domain::Ticket out;
    out.id = row.id<domain::TicketTag>(1);
    switch (key) {
        case RangeKey::updated: out.updated_at = row.at(0); break;
        case RangeKey::created: out.created_at = row.at(0); break;
        case RangeKey::first_reply_due: out.first_reply_due_at = row.at(0); break;
        case RangeKey::solution_due: out.solution_due_at = row.at(0); break;
        case RangeKey::next_due: out.due_at = row.at(0); break;
    }
    return out;
}

}  // namespace lotse::store
