// SPDX-License-Identifier: Apache-2.0
// Categories, as an admin makes and changes them: the taxonomy that triage proposes from.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/made.h"
#include "domain/desk_setup.h"

namespace lotse::desk {

using Keywords = std::vector<std::pair<std::string, std::vector<std::string>>>;  // words by language

// Only what is given is set. An id of 0 clears. The key is chosen once: what was learned is stored under it.
struct CategoryFields {
    std::optional<std::string> key;
    std::optional<std::string> name;
    std::optional<domain::CategoryId> parent;
    std::optional<domain::QueueId> queue;
    std::optional<std::vector<std::string>> skills;
    std::optional<Keywords> keywords;
};

Result<std::vector<domain::Category>> list_categories(Desk& desk, domain::TenantScope const& scope);
Result<domain::Category> get_category(Desk& desk, domain::TenantScope const& scope, domain::CategoryId id);
// Errors: invalid with the field (a parent that is below the category itself, too); conflict "category.key_taken",
// "category.stale_version".
Result<Made<domain::Category>> make_category(Desk& desk, access::Principal const& principal,
                                             CategoryFields const& fields, CallKey const& key);
Result<domain::Category> change_category(Desk& desk, access::Principal const& principal, domain::CategoryId id,
                                         std::int64_t expected_version, CategoryFields const& fields);

}  // namespace lotse::desk
