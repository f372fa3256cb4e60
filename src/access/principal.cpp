// SPDX-License-Identifier: Apache-2.0
#include "access/principal.h"

#include <fmt/format.h>

namespace lotse::access {

Principal operator_of(domain::TenantId tenant) {
    return {domain::ScopeMint::for_tenant(tenant), "operator", {}, Permissions{}.set()};
}

Result<void> authorize(Principal const& principal, Permission action, Object const& object) {
    if (object.tenant != principal.scope.tenant()) return not_found("access.absent", "There is no such thing here.");
    if (principal.has(action)) return {};
    bool const is_own_record = object.agent && object.agent == principal.agent;
    if (action == Permission::agents_write && is_own_record && principal.has(Permission::agents_read)) return {};
    return forbidden("access.forbidden", fmt::format("This needs the permission {}.", name_of(action)));
}

}  // namespace lotse::access
