// SPDX-License-Identifier: Apache-2.0
// How a row of the audit list is read. Private to audit.cpp and audit_chain.cpp.
#pragma once

#include "store/audit.h"
#include "store/sql_text.h"

namespace lotse::store {

inline constexpr SqlPiece kAuditColumns =
    "id, at, agent_id, credential, origin, action, is_refused, object_kind, object_id, object_name, changes";
inline constexpr int kAuditColumnCount = 11;

inline AuditEntry read_audit_entry(Row const& row) {
    AuditEntry out;
    out.id = row.id<domain::AuditTag>(0);
    out.call.at = row.at(1);
    out.call.agent = row.id<domain::AgentTag>(2);
    out.call.credential = row.text(3);
    out.call.origin = row.text(4);
    out.call.action = row.text(5);
    out.call.is_refused = row.flag(6);
    out.call.object_kind = row.text(7);
    out.call.object_id = row.integer(8);
    out.call.object_name = row.text(9);
    out.call.changes = row.text(10);
    return out;
}

}  // namespace lotse::store
