// SPDX-License-Identifier: Apache-2.0
// What may be done, by role and by token scope. The names are those of token scopes and of x-permission in the API.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/enums.h"

namespace lotse::access {

enum class Permission : std::uint8_t {
    tickets_read,
    tickets_create,
    tickets_write,    // reply, change fields
    notes_write,
    customers_read,   // customers and organizations
    customers_write,
    setup_read,       // queues, categories, matrix, calendars, policies
    setup_write,
    agents_read,
    agents_write,
    mailboxes_manage,
    tokens_manage,
    triage_use,
    triage_teach,  // tell what people decided elsewhere
    events_read,
    audit_read,  // of admins and auditors
};
inline constexpr std::array<std::string_view, 16> kPermissionNames{
    "tickets:read", "tickets:create", "tickets:write", "notes:write",  "customers:read",   "customers:write",
    "setup:read",   "setup:write",    "agents:read",   "agents:write", "mailboxes:manage", "tokens:manage",
    "triage:use",   "triage:teach",   "events:read",   "audit:read"};

using Permissions = std::bitset<kPermissionNames.size()>;

constexpr std::string_view name_of(Permission permission) {
    return kPermissionNames[static_cast<std::size_t>(permission)];
}
std::optional<Permission> find_permission(std::string_view name);

Permissions permissions_of(domain::Role role);
// A scope is a permission's name, "read" (every ...:read but audit:read) or "admin" (all). Error: invalid "token.scope", names it.
Result<Permissions> permissions_of(std::vector<std::string> const& scopes);

}  // namespace lotse::access
