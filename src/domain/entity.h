// SPDX-License-Identifier: Apache-2.0
// Numbers and codes that a desk knows by their pattern: orders, invoices, devices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "domain/ids.h"

namespace lotse::domain {

struct EntityKind {
    EntityKindId id;
    std::int64_t version = 1;
    std::string name;     // "Order"; unique whatever its case
    std::string pattern;  // RE2 syntax; where it has a group, the first group is the entity
};

// A place in a text; bytes.
struct EntitySpan {
    EntityKindId kind;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(EntitySpan const&) const = default;
};

}  // namespace lotse::domain
