// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/json.h"
#include "domain/event.h"

namespace lotse::store {

// The changes of one row of change_set.
std::vector<domain::Change> changes_from(JsonArray const& stored);

}  // namespace lotse::store
