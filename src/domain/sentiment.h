// SPDX-License-Identifier: Apache-2.0
// The mood of a customer's newest message. Only agents see it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "domain/enums.h"

namespace lotse::domain {

enum class Sentiment : std::uint8_t { calm, unhappy, angry };

template <>
struct EnumNames<Sentiment> {
    static constexpr std::array<std::string_view, 3> all{"calm", "unhappy", "angry"};
};

}  // namespace lotse::domain
