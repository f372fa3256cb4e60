// SPDX-License-Identifier: Apache-2.0
// An example of a value that a schema takes, for the document and for curl lines. Pure.
#pragma once

#include "api/schema.h"

namespace lotse::api {

// What the schema gives as its example; else put together from required fields and those with examples of their own.
// check_value() accepts it.
Json example_of(Schemas const& named, Schema const& schema);

}  // namespace lotse::api
