// SPDX-License-Identifier: Apache-2.0
// What a decision costs at a large desk: 1,000 people, 10,000 waiting tickets.
#pragma once

#include "base/json.h"

namespace lotse::bench {

JsonObject routing_cost();

}  // namespace lotse::bench
