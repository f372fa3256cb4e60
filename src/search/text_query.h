// SPDX-License-Identifier: Apache-2.0
// What the index is asked: words and phrases, as terms, joined. Pure; each engine writes it in its own language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::search {

// The parts of a ticket that are indexed apart.
enum class Part : std::uint8_t { subject, people, files, text };
inline constexpr std::size_t kParts = 4;

struct TextQuery {
    enum class Kind : std::uint8_t { word, phrase, all, any };
    Kind kind = Kind::word;
    std::vector<std::string> terms;  // word: any of these; phrase: these in a row
    bool is_beginning = false;       // the last term is only how a word begins
    std::optional<Part> part;        // of a word or phrase; none: anywhere
    std::vector<TextQuery> inner;    // all, any: at least one
    std::vector<TextQuery> without;  // all: none of these
    bool operator==(TextQuery const&) const = default;
};

// Text of a query as one item; none if it holds no word. Several words ("E-Mail", "anna@example.org") are a phrase. A
// single word is looked for in all its forms unless `is_exact`.
std::optional<TextQuery> text_query_of(std::string_view text, bool is_beginning, bool is_exact,
                                       std::optional<Part> part = {});

// The mark in the part `files` of a ticket with an attachment. No text holds it.
inline constexpr std::string_view kHasFile = "_file";

}  // namespace lotse::search
