// SPDX-License-Identifier: Apache-2.0
// What a change of deadlines would do, as the API shows it.
#pragma once

#include "api/schema.h"
#include "desk/preview_deadlines.h"

namespace lotse::api {

JsonObject show(desk::DeadlinePreview const& preview);
Schema preview_schema();

}  // namespace lotse::api
