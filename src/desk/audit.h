// SPDX-License-Identifier: Apache-2.0
// Who changed what of the desk itself, as auditors read it.
#pragma once

#include "desk/desk.h"
#include "store/audit.h"

namespace lotse::desk {

struct AuditList {
    store::AuditPage page;
    std::shared_ptr<Setup const> setup;  // names of agents
};
// Permission: audit_read. Errors: invalid "page.cursor".
Result<AuditList> list_audit(Desk& desk, domain::TenantScope const& scope, store::AuditQuery const& query);

// Writes what the scope's note tells by itself, where the call itself writes nothing: what was tried in vain, a file that
// leaves the desk.
Result<void> record(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
