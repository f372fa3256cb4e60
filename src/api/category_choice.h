// SPDX-License-Identifier: Apache-2.0
// A category as callers name it: by its key or its id.
#pragma once

#include "api/call.h"
#include "api/schema.h"

namespace lotse::api {

Schema category_choice();
// Of the body's field "category"; none if it is absent or null. Error: invalid "category.missing" at /category.
Result<domain::CategoryId> chosen_category(Call const& call);

}  // namespace lotse::api
