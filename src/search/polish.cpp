// SPDX-License-Identifier: Apache-2.0
#include "search/polish.h"

#include <algorithm>
#include <unordered_map>

#include "base/json.h"
#include "base/must.h"

// Made by CMake.
namespace lotse::embedded {
std::string_view search_polish_endings_json();
}

namespace lotse::search {
namespace {

constexpr std::size_t kLongestEnding = 8;
constexpr std::size_t kLeastStem = 2;
constexpr std::size_t kShortest = 4;  // of a word that is bent

struct Change {
    std::size_t cut = 0;
    std::string add;
};

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
using Table = std::unordered_map<std::string, Change, Hash, std::equal_to<>>;

Table read_table() {
    auto const parsed = parse_json(embedded::search_polish_endings_json());
    must(parsed.has_value() && parsed->is_object(), "the table of Polish endings");
    Table table;
    for (auto const& [ending, change] : parsed->get_object()) {
        std::string_view const text(change.get_string().data(), change.get_string().size());
        table.emplace(std::string(ending.data(), ending.size()),
                      Change{static_cast<std::size_t>(text.front() - '0'), std::string(text.substr(1))});
    }
    return table;
}

Table const& table() {
    static Table const kTable = read_table();
    return kTable;
}

}  // namespace

std::string polish_stem(std::string_view folded) {
    bool const is_plain = std::ranges::all_of(folded, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!is_plain || folded.size() < kShortest) return std::string(folded);
    for (std::size_t length = std::min(kLongestEnding, folded.size() - kLeastStem); length > 0; --length) {
        auto const found = table().find(folded.substr(folded.size() - length));
        if (found == table().end()) continue;
        return std::string(folded.substr(0, folded.size() - found->second.cut)) + found->second.add;
    }
    return std::string(folded);
}

}  // namespace lotse::search
