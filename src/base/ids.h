// SPDX-License-Identifier: Apache-2.0
// Strong integer ids: a TicketId never passes where a QueueId is meant. 0 means "none yet".
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace lotse {

template <class Tag>
struct Id {
    std::int64_t value = 0;
    constexpr Id() = default;
    constexpr explicit Id(std::int64_t v) : value(v) {}
    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(Id const&) const = default;
};

}  // namespace lotse

template <class Tag>
struct std::hash<lotse::Id<Tag>> {
    std::size_t operator()(lotse::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
