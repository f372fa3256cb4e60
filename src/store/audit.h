// SPDX-License-Identifier: Apache-2.0
// Who changed what of the desk itself, who signed in, who took a file out. Rows come from Store::write, in the
// transaction that changes something, for every call whose scope carries a CallNote (api/dispatch and the command line
// give it one). They can only be added: a statement that changes one is refused (sql_shape.h), and each carries a hash over
// the one before (audit_chain.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/db.h"

namespace lotse::store {

struct AuditEntry {
    domain::AuditId id;
    domain::CallNote call;
};

// Every filter is optional. Newest first. Cost: one index range; `agent` beside object_id is judged on that object's
// rows.
struct AuditQuery {
    domain::AgentId agent = {};
    std::string object_kind = {};
    std::int64_t object_id = 0;  // of object_kind
    std::optional<Instant> from = {};  // inclusive
    std::optional<Instant> to = {};  // exclusive
    std::string after = {};  // cursor; checked: invalid "page.cursor"
    int limit = 50;
};
struct AuditPage {
    std::vector<AuditEntry> items;
    std::string next;
};

Result<AuditPage> list_audit(ReadTxn& txn, AuditQuery const& query);

}  // namespace lotse::store
