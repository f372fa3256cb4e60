// SPDX-License-Identifier: Apache-2.0
// Tags and values of custom fields, as people name them, to what lists of tickets are found by. Pure.
#pragma once

#include <string>
#include <vector>

#include "desk/setup.h"

namespace lotse::desk {

// Tags by name; values as "key:value". For store::TicketQuery::facets. Errors: invalid "tag.missing" at ?tag,
// "field.missing" and "field.filter" at ?field.
Result<std::vector<std::string>> find_facets(Setup const& setup, std::vector<std::string> const& tags,
                                             std::vector<std::string> const& values);

}  // namespace lotse::desk
