// SPDX-License-Identifier: Apache-2.0
// SQL put together from literals while compiling, so that a column list is written once and still no statement can be
// built from data: sql<"SELECT ", kColumns, " FROM ticket WHERE ...">.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace lotse::store {

template <std::size_t N>
struct SqlPiece {
    std::array<char, N> text{};
    consteval SqlPiece(char const (&literal)[N]) { std::copy_n(literal, N, text.begin()); }
};

template <SqlPiece... Pieces>
struct SqlText {
    static constexpr std::size_t kSize = ((Pieces.text.size() - 1) + ... + 0);
    static constexpr std::array<char, kSize> kChars = [] {
        std::array<char, kSize> out{};
        auto at = out.begin();
        ((at = std::copy_n(Pieces.text.begin(), Pieces.text.size() - 1, at)), ...);
        return out;
    }();
};

template <SqlPiece... Pieces>
inline constexpr std::string_view sql{SqlText<Pieces...>::kChars.data(), SqlText<Pieces...>::kSize};

}  // namespace lotse::store
