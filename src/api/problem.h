// SPDX-License-Identifier: Apache-2.0
// Failures as problem documents (RFC 9457). The detail of an Error is for the log and never leaves the house.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/check_value.h"
#include "api/schema.h"
#include "base/error.h"
#include "base/json.h"

namespace lotse::api {

// A stale version is 412 where the caller sent If-Match, malformed JSON 400; else by the table of base/error.h.
int status_of(Error const& error);

// {"type", "title", "status", "detail", "code", "errors": [{"pointer", "detail"}]}
JsonObject problem(Error const& error);
JsonObject problem(int status, std::string_view code, std::string_view detail, std::vector<Fault> const& faults = {});
Schema problem_schema();

}  // namespace lotse::api
