// SPDX-License-Identifier: Apache-2.0
// Tags of the desk: whoever works on tickets may add one; who sets up the desk renames and removes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/made.h"
#include "domain/tag.h"

namespace lotse::desk {

// Only what is given is set.
struct TagPatch {
    std::optional<std::string> name;
    std::optional<domain::TagColour> colour;
};
struct CountedTag {
    domain::Tag tag;
    std::int64_t count = 0;  // tickets that have it, whatever their status
};

// By name. Cost grows with the tags, not with the tickets.
Result<std::vector<CountedTag>> list_tags(Desk& desk, domain::TenantScope const& scope);
Result<CountedTag> get_tag(Desk& desk, domain::TenantScope const& scope, domain::TagId id);
// Errors: invalid "name.empty", "tag.comma" at /name; conflict "tag.name_taken", "tag.stale_version", "tag.too_many"
// (a desk has at most 2,000).
Result<Made<domain::Tag>> make_tag(Desk& desk, access::Principal const& principal, TagPatch const& fields,
                                   CallKey const& key);
Result<domain::Tag> change_tag(Desk& desk, access::Principal const& principal, domain::TagId id,
                               std::int64_t expected_version, TagPatch const& fields);
// The tickets that had it lose it at once, without a change of their own.
Result<void> remove_tag(Desk& desk, access::Principal const& principal, domain::TagId id);

}  // namespace lotse::desk
