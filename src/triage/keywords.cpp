// SPDX-License-Identifier: Apache-2.0
#include "triage/keywords.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kLongestPrefix = 24;

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

// A byte that starts no valid sequence counts as U+FFFD, one byte long.
CodePoint code_point_at(std::string_view text, std::size_t at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    auto const left = text.size() - at;
    auto const continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    if (byte(0) < 0x80) return {byte(0), 1};
    if (byte(0) >= 0xC2 && byte(0) < 0xE0 && left > 1 && continues(1))
        return {(byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU), 2};
    if (byte(0) >= 0xE0 && byte(0) < 0xF0 && left > 2 && continues(1) && continues(2))
        return {(byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU), 3};
    if (byte(0) >= 0xF0 && byte(0) < 0xF5 && left > 3 && continues(1) && continues(2) && continues(3))
        return {(byte(0) & 0x07U) << 18 | (byte(1) & 0x3FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(3) & 0x3FU), 4};
    return {0xFFFD, 1};
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c == 0xD7 || c == 0xF7) return false;
    if (c >= 0x2000 && c <= 0x2BFF) return false;  // punctuation, arrows, symbols
    if (c >= 0x3000 && c <= 0x303F) return false;
    if (c >= 0xFE00 && c <= 0xFE0F) return false;
    return c != 0xFEFF && c != 0xFFFD && c < 0x1F000;  // emoji are no words
}

bool ends_sentence(std::string_view text, std::size_t at) {
    char const c = text[at];
    if (c == '\n' || c == '!' || c == '?') return true;
    // A dot inside "10.0.0.1" or "firm.example" ends nothing.
    return c == '.' && (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' || text[at + 1] == '\r');
}

bool ends_clause(char32_t c) {
    return c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == U'–' || c == U'—' || c == U'…';
}

// What to write for a lower-case Latin letter with a mark; nullptr keeps it.
char const* plain_form(char32_t c) {
    switch (c) {
        case U'ä':
        case U'æ': return "ae";
        case U'ö':
        case U'œ': return "oe";
        case U'ü': return "ue";
        case U'ß': return "ss";
        case U'à':
        case U'á':
        case U'â':
        case U'ã':
        case U'å':
        case U'ą':
        case U'ă':
        case U'ā': return "a";
        case U'ç':
        case U'ć':
        case U'č': return "c";
        case U'ď':
        case U'đ': return "d";
        case U'è':
        case U'é':
        case U'ê':
        case U'ë':
        case U'ę':
        case U'ě':
        case U'ē':
        case U'ė': return "e";
        case U'ğ': return "g";
        case U'ì':
        case U'í':
        case U'î':
        case U'ï':
        case U'ı':
        case U'ī': return "i";
        case U'ł':
        case U'ľ': return "l";
        case U'ñ':
        case U'ń':
        case U'ň': return "n";
        case U'ò':
        case U'ó':
        case U'ô':
        case U'õ':
        case U'ø':
        case U'ő': return "o";
        case U'ř': return "r";
        case U'ś':
        case U'š':
        case U'ş':
        case U'ș': return "s";
        case U'ť':
        case U'ţ':
        case U'ț': return "t";
        case U'ù':
        case U'ú':
        case U'û':
        case U'ů':
        case U'ű':
        case U'ū': return "u";
        case U'ý':
        case U'ÿ': return "y";
        case U'ź':
        case U'ż':
        case U'ž': return "z";
        default: return nullptr;
    }
}

}  // namespace

std::string fold_word(std::string_view word) {
    auto const lower = to_lower_utf8(word);
    std::string out;
    out.reserve(lower.size());
    for (std::size_t i = 0; i < lower.size();) {
        auto const point = code_point_at(lower, i);
        if (point.value >= 0x300 && point.value <= 0x36F) {
            // A combining diaeresis spells out like the composed letter; other combining marks fall away.
            if (point.value == 0x308 && !out.empty() && (out.back() == 'a' || out.back() == 'o' || out.back() == 'u'))
                out += 'e';
        } else if (auto const* plain = plain_form(point.value)) {
            out += plain;
        } else if (point.value != 0xFFFD) {
            out.append(lower, i, point.bytes);
        }
        i += point.bytes;
    }
    return out;
}

std::vector<Token> tokenize(std::string_view text, std::size_t limit) {
    std::vector<Token> out;
    std::size_t sentence = 0;
    std::size_t clause = 0;
    for (std::size_t i = 0; i < text.size() && out.size() < limit;) {
        auto point = code_point_at(text, i);
        if (!is_letter(point.value)) {
            bool const ends = ends_sentence(text, i);
            if (ends) ++sentence;
            if (ends || ends_clause(point.value)) ++clause;
            i += point.bytes;
            continue;
        }
        auto const begin = i;
        while (i < text.size() && is_letter(point.value)) {
            i += point.bytes;
            if (i < text.size()) point = code_point_at(text, i);
        }
        auto folded = fold_word(text.substr(begin, i - begin));
        if (!folded.empty()) out.push_back({std::move(folded), begin, i, sentence, clause});
    }
    return out;
}

std::size_t KeywordIndex::shared_by(std::uint32_t position) const {
    return values_.find(key_of(patterns_[position]))->second.size();
}

std::string KeywordIndex::key_of(Pattern const& pattern) {
    std::string out;
    for (auto const& [text, part] : pattern.words) out += text + static_cast<char>('0' + static_cast<int>(part));
    return out;
}

bool KeywordIndex::add(std::string_view pattern, std::uint32_t value, std::string_view language) {
    Pattern made;
    made.text = trim(pattern);
    made.value = value;
    made.language = language;
    for (auto const part : split(made.text, ' ')) {
        auto const tokens = tokenize(part, 8);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            bool const opens = i == 0 && part.starts_with('*');
            bool const closes = i + 1 == tokens.size() && part.ends_with('*');
            auto const kind = opens && closes ? Part::infix
                              : opens         ? Part::suffix
                              : closes        ? Part::prefix
                                              : Part::whole;
            made.words.push_back({tokens[i].folded, kind});
        }
    }
    if (made.words.empty()) return false;
    auto const position = static_cast<std::uint32_t>(patterns_.size());
    auto const& first = made.words.front();
    if (first.part == Part::whole) whole_[first.text].push_back(position);
    else if (first.part == Part::prefix) add_prefix(first.text, position);
    else inner_.push_back(position);
    auto& values = values_[key_of(made)];
    if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    patterns_.push_back(std::move(made));
    return true;
}

std::vector<Match> KeywordIndex::find(std::vector<Token> const& tokens) const {
    std::vector<Match> out;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        std::string_view const word = tokens[at].folded;
        if (auto const found = whole_.find(word); found != whole_.end()) collect(found->second, tokens, at, out);
        auto const lengths = prefix_lengths_[static_cast<unsigned char>(word[0])];
        for (std::size_t length = 1; length <= std::min(word.size(), kLongestPrefix); ++length) {
            if ((lengths >> length & 1U) == 0) continue;
            if (auto const found = prefix_.find(word.substr(0, length)); found != prefix_.end())
                collect(found->second, tokens, at, out);
        }
        if (word.size() <= 60) collect(inner_, tokens, at, out);
    }
    return out;
}

// A longer stem is filed under its beginning; fits() then looks at all of it.
void KeywordIndex::add_prefix(std::string_view text, std::uint32_t position) {
    auto const filed = text.substr(0, kLongestPrefix);
    prefix_[std::string(filed)].push_back(position);
    prefix_lengths_[static_cast<unsigned char>(filed[0])] |= 1U << filed.size();
}

bool KeywordIndex::fits(Word const& word, std::string_view token) {
    switch (word.part) {
        case Part::whole: return token == word.text;
        case Part::prefix: return token.starts_with(word.text);
        case Part::suffix: return token.ends_with(word.text);
        case Part::infix: return token.find(word.text) != std::string_view::npos;
    }
    return false;
}

void KeywordIndex::collect(std::vector<std::uint32_t> const& candidates, std::vector<Token> const& tokens,
                           std::size_t at, std::vector<Match>& out) const {
    for (auto const position : candidates) {
        auto const& pattern = patterns_[position];
        if (at + pattern.words.size() > tokens.size()) continue;
        bool hit = true;
        for (std::size_t i = 0; hit && i < pattern.words.size(); ++i)
            hit = fits(pattern.words[i], tokens[at + i].folded) && tokens[at + i].sentence == tokens[at].sentence;
        if (hit) out.push_back({pattern.value, position, at, pattern.words.size()});
    }
}

}  // namespace lotse::triage
