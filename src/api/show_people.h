// SPDX-License-Identifier: Apache-2.0
// Customers and organizations as the API shows them. Pure.
#pragma once

#include "base/json.h"
#include "domain/people.h"

namespace lotse::api {

JsonObject show(domain::Customer const& customer);
JsonObject show(domain::Organization const& organization);

}  // namespace lotse::api
