// SPDX-License-Identifier: Apache-2.0
// Custom fields, as an admin defines and changes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/made.h"
#include "domain/field.h"

namespace lotse::desk {

// Only what is given is set; an empty ShownWhen clears. Key and kind are chosen once: values are kept by them.
struct FieldPatch {
    std::optional<std::string> key;
    std::optional<domain::NamesByLanguage> names;
    std::optional<domain::FieldKind> kind;
    std::optional<std::vector<domain::FieldOption>> options;
    std::optional<domain::ShownWhen> shown_when;
    std::optional<domain::FieldStage> required_at;
    std::optional<int> position;
    std::optional<std::vector<domain::QueueId>> queues;
    std::optional<std::vector<domain::CategoryId>> categories;
};

Result<std::vector<domain::Field>> list_fields(Desk& desk, domain::TenantScope const& scope);
Result<domain::Field> get_field(Desk& desk, domain::TenantScope const& scope, domain::FieldId id);
// Errors: invalid with the field: a key that is not plain, choices that are missing, doubled or where none belong, a
// condition on itself or on a field that is missing, unknown queues and categories; conflict "field.key_taken",
// "field.stale_version", "field.too_many" (a desk has at most 500).
Result<Made<domain::Field>> make_field(Desk& desk, access::Principal const& principal, FieldPatch const& wanted,
                                       CallKey const& key);
Result<domain::Field> change_field(Desk& desk, access::Principal const& principal, domain::FieldId id,
                                   std::int64_t expected_version, FieldPatch const& wanted);
// Tickets keep what stands in it, unseen; another field with the same key begins empty.
Result<void> remove_field(Desk& desk, access::Principal const& principal, domain::FieldId id);

}  // namespace lotse::desk
