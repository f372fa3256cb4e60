// SPDX-License-Identifier: Apache-2.0
// Finds words and phrases of lists in text, quickly and tolerant of how people type: case and diacritics do not
// matter (ä = ae, ł = l), "drucker*" matches the beginning of a word, "*drucker*" any part of it, so that German
// compounds and Polish cases hit; a phrase is words in a row. Immutable after building, so safe to share.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lotse::triage {

// A word as the index sees it, and where it stands in the text as written.
struct Token {
    std::string folded;
    std::size_t begin = 0;  // bytes
    std::size_t end = 0;
    std::size_t sentence = 0;  // counted over . ! ? and line ends
    std::size_t clause = 0;    // counted over those and , ; : ( ) and dashes
};
// Lower case, German umlauts spelled out, other marks dropped. Any bytes.
std::string fold_word(std::string_view word);
// Letters and digits in a row; inner apostrophes, dots and hyphens split. At most `limit` tokens.
std::vector<Token> tokenize(std::string_view text, std::size_t limit = 4000);

struct Match {
    std::uint32_t value = 0;     // as given to add()
    std::uint32_t pattern = 0;   // position of the pattern in the order of add()
    std::size_t first_token = 0;
    std::size_t tokens = 1;
};

class KeywordIndex {
  public:
    // Patterns that hold no letter or digit are left out; returns whether it was taken. `language` is kept with it.
    bool add(std::string_view pattern, std::uint32_t value, std::string_view language = "*");
    std::vector<Match> find(std::vector<Token> const& tokens) const;
    std::string const& pattern(std::uint32_t position) const { return patterns_[position].text; }
    std::string const& language(std::uint32_t position) const { return patterns_[position].language; }
    // Among how many different values this pattern is: a word of two categories points to each by half.
    std::size_t shared_by(std::uint32_t position) const;
    std::size_t size() const { return patterns_.size(); }

  private:
    enum class Part : std::uint8_t { whole, prefix, suffix, infix };
    struct Word {
        std::string text;
        Part part = Part::whole;
    };
    struct Pattern {
        std::string text;
        std::vector<Word> words;
        std::uint32_t value = 0;
        std::string language;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Table = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;

    static std::string key_of(Pattern const& pattern);
    void add_prefix(std::string_view text, std::uint32_t position);
    static bool fits(Word const& word, std::string_view token);
    void collect(std::vector<std::uint32_t> const& candidates, std::vector<Token> const& tokens, std::size_t at,
                 std::vector<Match>& out) const;

    std::vector<Pattern> patterns_;
    Table whole_;  // by the first word of the pattern
    Table prefix_;
    std::array<std::uint32_t, 256> prefix_lengths_{};  // by first byte: a bit for each length that a prefix has
    std::vector<std::uint32_t> inner_;  // suffix and infix patterns, few
    Table values_;  // by folded pattern
};

}  // namespace lotse::triage
