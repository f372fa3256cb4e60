// SPDX-License-Identifier: Apache-2.0
// The 13 categories that a desk starts with, each with its words in en, de and pl. An admin edits them as data: they
// become rows of domain::Category.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk_setup.h"

namespace lotse::triage {

// access, hardware, printing, network, email, software, telephony, security, onboarding, billing, order, contract,
// feedback, in this order, with names in `language` ("en", "de", "pl"; others get English). Ids and queues are 0.
std::vector<domain::Category> default_taxonomy(std::string_view language = "en");

}  // namespace lotse::triage
