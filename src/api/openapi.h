// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 document, made from the routes. docs/api/openapi.json is its committed copy: `lotse openapi` prints it.
#pragma once

#include "base/json.h"

namespace lotse::api {

Json openapi_document();

}  // namespace lotse::api
