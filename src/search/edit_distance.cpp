// SPDX-License-Identifier: Apache-2.0
#include "search/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace lotse::search {
namespace {

constexpr std::size_t kLongest = 64;

// Code points, at most kLongest. Bytes that are no UTF-8 stand for themselves.
std::vector<std::uint32_t> letters(std::string_view text) {
    std::vector<std::uint32_t> out;
    for (char const byte : text) {
        auto const c = static_cast<unsigned char>(byte);
        if ((c & 0xc0U) == 0x80U && !out.empty()) {
            out.back() = out.back() << 6U | (c & 0x3fU);
        } else if (out.size() == kLongest) {
            break;
        } else {
            out.push_back(c);
        }
    }
    return out;
}

}  // namespace

int edit_distance(std::string_view a_text, std::string_view b_text, int most) {
    auto const a = letters(a_text);
    auto const b = letters(b_text);
    auto const apart = static_cast<int>(a.size()) - static_cast<int>(b.size());
    if (apart > most || -apart > most) return most + 1;
    // Three rows of the table: before the last, last, this one.
    std::array<std::array<int, kLongest + 2>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        auto const& last = rows[(i + 2) % 3];
        auto const& before = rows[(i + 1) % 3];
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int const change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            bool const is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (is_swap) row[j] = std::min(row[j], before[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > most) return most + 1;
    }
    return std::min(rows[a.size() % 3][b.size()], most + 1);
}

int allowed_slips(std::size_t size) { return size <= 2 ? 0 : size <= 4 ? 1 : 2; }

std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& names) {
    auto const lower = to_lower_utf8(word);
    int best = allowed_slips(lower.size()) + 1;
    std::optional<std::string> found;
    for (auto const& name : names) {
        int const distance = edit_distance(lower, to_lower_utf8(name), best - 1);
        if (distance >= best) continue;
        best = distance;
        found = name;
    }
    return found;
}

}  // namespace lotse::search
