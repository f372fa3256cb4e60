// SPDX-License-Identifier: Apache-2.0
// Who is calling, as proved by a token or a session; and the one question whether they may.
#pragma once

#include <string>

#include "access/permission.h"
#include "base/result.h"
#include "domain/scope.h"

namespace lotse::access {

// Move-only like the scope it carries. Made by authenticate() only, and by the operator's command line.
struct Principal {
    domain::TenantScope scope;
    std::string id;          // "token:7", "session:3": for idempotency, rate limits, audit
    domain::AgentId agent;   // acts as this person; none if 0
    Permissions permissions;
    // The desk asks this person for a second factor and there is none yet: they may make one, and nothing else.
    bool must_enrol = false;
    bool has(Permission permission) const { return permissions.test(static_cast<std::size_t>(permission)); }
};

// Whoever can write the data folder is the operator: the command line, set-up, the demo.
Principal operator_of(domain::TenantId tenant);

// What is acted on. `tenant` is that of the row; `agent` is set where the object is a person's own record.
struct Object {
    domain::TenantId tenant;
    domain::AgentId agent;
};

// Errors: not_found for an object of another tenant, as if it were absent; forbidden, naming the permission.
// An agent may always read and change their own availability: agents:write is granted on one's own record.
Result<void> authorize(Principal const& principal, Permission action, Object const& object);

}  // namespace lotse::access
