// SPDX-License-Identifier: Apache-2.0
// Kinds of numbers and codes that this desk knows by their pattern, and where messages hold some. Found anew each time: a
// pattern that is changed serves old tickets at once.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "desk/made.h"
#include "domain/entity.h"
#include "domain/ticket.h"

namespace lotse::desk {

constexpr std::size_t kMostEntityKinds = 50;

// Only what is given is set.
struct EntityKindPatch {
    std::optional<std::string> name;
    std::optional<std::string> pattern;
};

Result<std::vector<domain::EntityKind>> list_entity_kinds(Desk& desk, domain::TenantScope const& scope);  // by id
Result<domain::EntityKind> get_entity_kind(Desk& desk, domain::TenantScope const& scope, domain::EntityKindId id);
// Errors: invalid "name.empty" at /name, "entity.pattern" at /pattern; conflict "entity.name_taken",
// "entity.stale_version", "entity.too_many".
Result<Made<domain::EntityKind>> make_entity_kind(Desk& desk, access::Principal const& principal,
                                                  EntityKindPatch const& fields, CallKey const& key);
Result<domain::EntityKind> change_entity_kind(Desk& desk, access::Principal const& principal, domain::EntityKindId id,
                                              std::int64_t expected_version, EntityKindPatch const& fields);
Result<void> remove_entity_kind(Desk& desk, access::Principal const& principal, domain::EntityKindId id);

// What a pattern finds in a sample. Error: as make_entity_kind. Pure.
Result<std::vector<domain::EntitySpan>> try_pattern(std::string_view pattern, std::string_view sample);

using Entities = std::map<domain::ArticleId, std::vector<domain::EntitySpan>>;  // without articles that hold none
// As personal_data_of (desk/personal_data.h). Pure.
Entities entities_of(std::span<domain::Article const> articles, Setup const& setup);

}  // namespace lotse::desk
