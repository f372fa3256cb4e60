// SPDX-License-Identifier: Apache-2.0
// Columns that answers, macros and signatures share: texts by language, queues that something is for.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "domain/wording.h"

namespace lotse::store {

std::vector<domain::QueueId> queues_in(JsonArray const& stored);
std::string queues_text(std::vector<domain::QueueId> const& queues);
domain::Texts texts_in(JsonObject const& stored);
std::string texts_text(domain::Texts const& texts);

}  // namespace lotse::store
