// SPDX-License-Identifier: Apache-2.0
// What others call a category, matched with ours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk_setup.h"

namespace lotse::desk {

// By key, else by name, whatever the case. Null: no such category.
domain::Category const* find_by_label(std::vector<domain::Category> const& categories, std::string_view label);
// A key for a new category of this name: "Access & Rights" -> "access_rights"; another one than those that are taken.
std::string key_for(std::vector<domain::Category> const& categories, std::string_view name);

}  // namespace lotse::desk
