// SPDX-License-Identifier: Apache-2.0
// Whether a JSON value is what a schema declares. Unknown fields are faults: nobody may set what an operation does not
// name (H-09). Pure.
#pragma once

#include <string>
#include <vector>

#include "api/schema.h"

namespace lotse::api {

struct Fault {
    std::string pointer;  // RFC 6901, "" = the whole body
    std::string detail;   // one sentence
    bool operator==(Fault const&) const = default;
};

inline constexpr std::size_t kMostFaults = 20;  // told at once

// `named` resolves references.
std::vector<Fault> check_value(Schemas const& named, Schema const& schema, Json const& value);

}  // namespace lotse::api
