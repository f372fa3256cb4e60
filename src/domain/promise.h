// SPDX-License-Identifier: Apache-2.0
// A time that a customer may count on: by then, so many of a hundred such tickets are answered or solved.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

// A solution without a word before it is the first reply as well.
enum class Awaited : std::uint8_t { first_reply, solution };
inline constexpr std::size_t kAwaited = 2;

// dropped: the ticket went on in another one, so nobody can tell.
enum class PromiseState : std::uint8_t { open, kept, missed, dropped };

template <>
struct EnumNames<Awaited> {
    static constexpr std::array<std::string_view, kAwaited> all{"first_reply", "solution"};
};
template <>
struct EnumNames<PromiseState> {
    static constexpr std::array<std::string_view, 4> all{"open", "kept", "missed", "dropped"};
};

struct Promise {
    TicketId ticket;
    Awaited what = Awaited::first_reply;
    Instant made_at{};
    Instant told_until{};  // as it was first; it is judged by this
    Instant until{};       // as it stands now; later than told_until where the ticket took longer than thought
    int percent = 90;
    std::int64_t history = 0;  // ends that the model had seen
    Instant fitted_at{};       // names the model
    bool is_told = false;      // false: kept for measuring only, because promises of this kind were not kept lately
    Status status = Status::fresh;  // of the ticket when `until` was set
    PromiseState state = PromiseState::open;
    std::optional<Instant> settled_at;
    bool operator==(Promise const&) const = default;
};

}  // namespace lotse::domain
