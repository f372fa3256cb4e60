// SPDX-License-Identifier: Apache-2.0
#include "access/permission.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <initializer_list>

namespace lotse::access {
namespace {

Permissions of(std::initializer_list<Permission> list) {
    Permissions out;
    for (auto const permission : list) out.set(static_cast<std::size_t>(permission));
    return out;
}

// All but the audit list: who may look at the desk may not therefore see what its admins and colleagues did.
Permissions all_reads() {
    Permissions out;
    for (std::size_t i = 0; i < kPermissionNames.size(); ++i)
        if (kPermissionNames[i].ends_with(":read")) out.set(i);
    return out.reset(static_cast<std::size_t>(Permission::audit_read));
}

}  // namespace

std::optional<Permission> find_permission(std::string_view name) {
    for (std::size_t i = 0; i < kPermissionNames.size(); ++i)
        if (kPermissionNames[i] == name) return static_cast<Permission>(i);
    return std::nullopt;
}

Permissions permissions_of(domain::Role role) {
    using enum Permission;
    switch (role) {
        case domain::Role::admin: return Permissions{}.set();
        case domain::Role::lead:
            return all_reads() | of({tickets_create, tickets_write, notes_write, customers_write, setup_write,
                                     agents_write, triage_use, triage_teach});
        case domain::Role::agent:
            return all_reads() |
                   of({tickets_create, tickets_write, notes_write, customers_write, triage_use, triage_teach});
        case domain::Role::light_agent: return all_reads() | of({notes_write});
        case domain::Role::auditor: return all_reads() | of({audit_read});
    }
    return {};
}

Result<Permissions> permissions_of(std::vector<std::string> const& scopes) {
    Permissions out;
    for (auto const& scope : scopes) {
        if (scope == "admin") {
            out.set();
        } else if (scope == "read") {
            out |= all_reads();
        } else if (auto const permission = find_permission(scope)) {
            out.set(static_cast<std::size_t>(*permission));
        } else {
            return invalid(
                "token.scope",
                fmt::format("'{}' is no scope. Scopes are admin, read, {}.", scope, fmt::join(kPermissionNames, ", ")),
                "/scopes");
        }
    }
    if (out.none()) return invalid("token.scope", "A token needs at least one scope.", "/scopes");
    return out;
}

}  // namespace lotse::access
