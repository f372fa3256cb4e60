// SPDX-License-Identifier: Apache-2.0
// Chance that depends on what it is for and not on the order of asking: the same ticket takes the same time in both lives
// of a pair, however the lives differ otherwise (common random numbers). Pure.
#pragma once

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>

namespace lotse::insight {

// Splitmix64 (Steele, Lea and Flood 2014) over the words.
inline std::uint64_t mixed(std::initializer_list<std::uint64_t> words) {
    std::uint64_t out = 0x9e3779b97f4a7c15ULL;
    for (auto const word : words) {
        out += word + 0x9e3779b97f4a7c15ULL;
        out = (out ^ (out >> 30)) * 0xbf58476d1ce4e5b9ULL;
        out = (out ^ (out >> 27)) * 0x94d049bb133111ebULL;
        out ^= out >> 31;
    }
    return out;
}
// In (0, 1).
inline double unit_of(std::uint64_t mixed) { return (static_cast<double>(mixed >> 11) + 0.5) / 9007199254740992.0; }
inline double unit(std::initializer_list<std::uint64_t> words) { return unit_of(mixed(words)); }
// Standard normal.
inline double normal_of(std::uint64_t word) {
    return std::sqrt(-2 * std::log(unit_of(word))) * std::cos(2 * std::numbers::pi * unit_of(mixed({word, 1})));
}

}  // namespace lotse::insight
