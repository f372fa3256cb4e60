// SPDX-License-Identifier: Apache-2.0
// Who is at a ticket, as answers and the live stream tell it. Pure.
#pragma once

#include <vector>

#include "api/presence.h"
#include "api/show.h"

namespace lotse::api {

JsonArray show(std::vector<Viewer> const& viewers, desk::Setup const& setup);
Schema viewer_schema();

}  // namespace lotse::api
