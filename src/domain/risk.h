// SPDX-License-Identifier: Apache-2.0
// What may become of an open ticket.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "domain/enums.h"

namespace lotse::domain {

// breach: solved after its target, or not at all by then. reopen: open again after it was solved. reassign: given to
// another queue or person after the first.
enum class Risk : std::uint8_t { breach, reopen, reassign };
constexpr std::size_t kRisks = 3;

template <>
struct EnumNames<Risk> {
    static constexpr std::array<std::string_view, kRisks> all{"breach", "reopen", "reassign"};
};

// How likely it is, judged by the desk's own closed tickets.
struct RiskFigure {
    Risk risk = Risk::breach;
    bool is_known = false;     // false: too little history to say, or
    bool is_guess = false;     // there is enough, but on the newest of it the model was no better than chance
    double chance = 0;         // 0..1, calibrated on tickets that the model had not seen
    double usual = 0;          // share of all tickets that the model knows of
    std::size_t tickets = 0;   // of that history
    std::size_t cases = 0;     // of them it came to
};

}  // namespace lotse::domain
