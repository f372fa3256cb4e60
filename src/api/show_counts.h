// SPDX-License-Identifier: Apache-2.0
// How many tickets each queue has, as answers and the live stream tell it. Pure.
#pragma once

#include <vector>

#include "base/json.h"
#include "desk/queue_counts.h"

namespace lotse::api {

JsonArray show(std::vector<desk::QueueTickets> const& counts);

}  // namespace lotse::api
