// SPDX-License-Identifier: Apache-2.0
// How a decision about the owner is kept with its event: who was considered, and for a pool which tickets were weighed.
#pragma once

#include <vector>

#include "base/json.h"
#include "routing/hand_out.h"
#include "routing/place.h"

namespace lotse::desk {

// [{"agent": 7, "load": 0.2, "verdict": "no Polish", "code": "no_language", "what": "pl"}]
JsonArray considered_json(std::vector<routing::Considered> const& considered);
std::vector<routing::Considered> considered_in(JsonArray const& stored);

// [{"ticket": 9, "index": 4.1, "weight": 4, "urgency": 0.8, "speed": 1.1, "affinity": 1.2, "scarcity": 1, "used": 83}]
JsonArray weighed_json(std::vector<routing::WeighedTicket> const& weighed);

}  // namespace lotse::desk
