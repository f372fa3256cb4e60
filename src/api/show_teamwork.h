// SPDX-License-Identifier: Apache-2.0
// How mentions, checklist items and time entries look in answers, and what comes in for them. Pure.
#pragma once

#include "api/schema.h"
#include "base/json.h"
#include "desk/setup.h"
#include "desk/teamwork.h"

namespace lotse::api {

JsonObject show(desk::MentionItem const& item, desk::Setup const& setup);
JsonObject show(domain::ChecklistItem const& item, desk::Setup const& setup);
JsonObject show(domain::TimeEntry const& entry, desk::Setup const& setup);
Schemas teamwork_schemas();

}  // namespace lotse::api
