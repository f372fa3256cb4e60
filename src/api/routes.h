// SPDX-License-Identifier: Apache-2.0
// All operations of the API.
#pragma once

#include <vector>

#include "api/route.h"

namespace lotse::api {

// Made once.
std::vector<Group> const& all_groups();
// The schemas of all groups under their names.
Schemas const& all_schemas();

}  // namespace lotse::api
