// SPDX-License-Identifier: Apache-2.0
// The hash behind feature numbers. It is part of a saved model's meaning: the same bytes give the same number on every
// machine and in every version (FNV-1a with the finaliser of MurmurHash3, both public domain).
#pragma once

#include <cstdint>
#include <string_view>

namespace lotse::triage {

constexpr std::uint64_t kHashStart = 14695981039346656037ULL;

constexpr std::uint64_t hash_on(std::uint64_t state, std::string_view bytes) {
    for (char const c : bytes) state = (state ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return state;
}
// FNV's low bits mix poorly; this spreads them.
constexpr std::uint64_t hash_end(std::uint64_t state) {
    state ^= state >> 33;
    state *= 0xff51afd7ed558ccdULL;
    state ^= state >> 33;
    state *= 0xc4ceb9fe1a85ec53ULL;
    return state ^ (state >> 33);
}
constexpr std::uint64_t hash_of(std::string_view bytes) { return hash_end(hash_on(kHashStart, bytes)); }

}  // namespace lotse::triage
