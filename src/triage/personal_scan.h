// SPDX-License-Identifier: Apache-2.0
// What the finders of personal data share: digits in groups, borders of words, words nearby. Each finder appends spans in
// any order, also overlapping ones; find_personal_data() settles that. Internal to it. Pure, linear in the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "triage/keywords.h"
#include "triage/personal_data.h"

namespace lotse::triage {

using PersonalSpans = std::vector<PersonalSpan>;

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_word(char c) { return is_digit(c) || is_ascii_letter(c); }

// Whether a letter, digit or underscore of any script touches the place from the left or the right.
bool has_word_before(std::string_view text, std::size_t at);
bool has_word_after(std::string_view text, std::size_t at);
// The same, or joined to one by a sign: "x-4111", "3.14", "/4111", "4111-a". Such digits are a part of something longer.
bool is_attached_left(std::string_view text, std::size_t begin);
bool is_attached_right(std::string_view text, std::size_t end);

// What may stand between two groups of digits of one number, as bits.
enum GapSign : unsigned { kGapSpace = 1, kGapDash = 2, kGapDot = 4, kGapSlash = 8, kGapParen = 16, kGapBreak = 32 };
struct DigitGroup {
    std::size_t begin = 0;
    std::size_t end = 0;
    unsigned gap = kGapBreak;  // to the group before; kGapBreak: not of one number with it
    std::size_t size() const { return end - begin; }
};
// Digits in a row, in order. Spaces of all widths and dashes of all lengths count as one sign.
std::vector<DigitGroup> find_digit_groups(std::string_view text);
// The digits of groups [from, to].
std::string digits_of(std::string_view text, std::span<DigitGroup const> groups);

// What words nearby can tell a number to be.
enum class Topic : std::uint8_t { card, tax, nip, regon, phone, address, version };
constexpr std::size_t kTopics = 7;

// A text read once: its words, its digits, and where words of a topic stand.
struct PersonalText {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<DigitGroup> groups;
    std::array<std::vector<std::size_t>, kTopics> words;  // where they begin, ascending
};
PersonalText read_personal_text(std::string_view text);
// Whether a word of the topic begins in the 60 bytes before or the 30 after; of a telephone number 30 and 12.
bool has_word_near(PersonalText const& read, Topic topic, std::size_t begin, std::size_t end);

void find_register_numbers(PersonalText const& read, PersonalSpans& out);
void find_ibans(PersonalText const& read, PersonalSpans& out);
void find_phones(PersonalText const& read, PersonalSpans& out);
void find_addresses(PersonalText const& read, PersonalSpans& out);  // mail and IP
void find_credentials(PersonalText const& read, PersonalSpans& out);
void find_names(PersonalText const& read, std::string_view sender, PersonalSpans& out);

}  // namespace lotse::triage
