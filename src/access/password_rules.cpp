// SPDX-License-Identifier: Apache-2.0
#include "access/password_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"

// Made by CMake from third_party/common-passwords.
namespace lotse::embedded {
std::string_view third_party_common_passwords_passwords_txt();
}

namespace lotse::access {
namespace {

constexpr std::size_t kAlone = 15;
constexpr std::size_t kBeside = 8;
constexpr std::size_t kLongest = 1000;
constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLeftOver = 6;  // what must remain beside names

bool is_common(std::string_view lower) {
    static auto const all = split(embedded::third_party_common_passwords_passwords_txt(), '\n');
    // The last line is empty; the rest is sorted.
    return std::binary_search(all.begin(), all.end() - 1, lower);
}

// "aaaa", "abcabc", "passwordpassword"
bool is_repetition(std::string_view text) {
    for (std::size_t period = 1; period <= text.size() / 2; ++period)
        if (std::ranges::equal(text.substr(period), text.substr(0, text.size() - period))) return true;
    return false;
}

// "123456789012345", "abcdefghijklmno", "qwertyuiopasdfg"
bool is_row(std::string_view text) {
    for (std::string_view const row : {"12345678901234567890", "abcdefghijklmnopqrstuvwxyz",
                                       "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm"}) {
        if (row.starts_with(text)) return true;
        std::string const turned(text.rbegin(), text.rend());
        if (row.find(turned) != std::string_view::npos) return true;
    }
    return false;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    for (char const c : to_lower_utf8(text) + " ") {
        bool const is_letter =
            static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) {
            word += c;
        } else {
            if (word.size() >= kShortestWord) out.push_back(word);
            word.clear();
        }
    }
    return out;
}

bool is_little_more_than_names(std::string lower, std::vector<std::string> const& names) {
    std::vector<std::string> words;
    for (auto const& name : names) std::ranges::move(words_of(name), std::back_inserter(words));
    // Long words first, so that a short one within does not leave pieces.
    std::ranges::sort(words, std::ranges::greater{}, &std::string::size);
    auto const before = lower.size();
    for (auto const& word : words) lower = replace_all(lower, word, "");
    if (lower.size() == before) return false;
    std::erase_if(lower, [](char c) { return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z'); });
    return lower.size() < kLeftOver;
}

}  // namespace

Result<void> check_password(Secret<std::string> const& password, std::vector<std::string> const& context_words,
                            PasswordUse use) {
    auto const& text = password.reveal();
    auto const least = use == PasswordUse::alone ? kAlone : kBeside;
    if (count_code_points(text) < least)
        return invalid("password.short",
                       fmt::format("A password needs at least {} characters; a sentence is good.", least), "/password");
    if (text.size() > kLongest) return invalid("password.long", "A password has at most 1,000 bytes.", "/password");
    auto const lower = to_lower_utf8(text);
    if (is_common(lower) || is_repetition(lower) || is_row(lower) || is_little_more_than_names(lower, context_words))
        return invalid("password.common", "This password is among the first that anybody would try.", "/password");
    return {};
}

}  // namespace lotse::access
