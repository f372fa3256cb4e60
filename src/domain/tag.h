// SPDX-License-Identifier: Apache-2.0
// A word that people put on tickets, to find them again.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

enum class TagColour : std::uint8_t { grey, red, orange, yellow, green, teal, blue, purple, pink };

template <>
struct EnumNames<TagColour> {
    static constexpr std::array<std::string_view, 9> all{"grey", "red",  "orange", "yellow", "green",
                                                         "teal", "blue", "purple", "pink"};
};

struct Tag {
    TagId id;
    std::int64_t version = 1;
    std::string name;  // unique whatever its case; no comma
    TagColour colour = TagColour::grey;
};

}  // namespace lotse::domain
