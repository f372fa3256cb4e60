// SPDX-License-Identifier: Apache-2.0
// What a fresh desk holds by default takes on what was chosen at the first start: language, time zone, queues.
#pragma once

#include <string>

#include "desk/desk.h"
#include "domain/people.h"

namespace lotse::desk {

// Inside the transaction of the first start. The default queue takes the first name of the template and the others are
// added; default categories and the calendar take on language and zone. Error: invalid "setup.template" at /template.
Result<void> fit_defaults(store::WriteTxn& txn, domain::Tenant const& tenant, std::string const& template_key);

}  // namespace lotse::desk
