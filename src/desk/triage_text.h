// SPDX-License-Identifier: Apache-2.0
// What triage would say of a message that is no ticket: nothing is stored and nothing is learned.
#pragma once

#include <span>
#include <vector>

#include "desk/desk.h"
#include "domain/suggestion.h"
#include "triage/model.h"

namespace lotse::desk {

// One snapshot of set-up and model for all; answers in the order of the inputs. About half a millisecond each.
Result<std::vector<domain::Suggestion>> triage_texts(Desk& desk, domain::TenantScope const& scope,
                                                     std::span<triage::TriageInput const> inputs);

}  // namespace lotse::desk
