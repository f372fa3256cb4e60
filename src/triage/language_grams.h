// SPDX-License-Identifier: Apache-2.0
// What the groups of letters in a short text say: naive Bayes on groups of one to five letters within words (Cavnar & Trenkle
// 1994), learned from the project's own texts (language_sample.json, made by tools/make_language_sample.py). Knows English,
// German and Polish, and how far the text is like any of them. Internal to language detection.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "triage/keywords.h"
#include "triage/language_words.h"

namespace lotse::triage {

struct GramEvidence {
    std::array<double, kKnownLanguages.size()> chance{};  // sum to 1; all 0 without a word
    // Share of the text's groups of four letters that the likeliest of the languages has: about .9 in that language, .5 in
    // another one of Europe.
    double familiarity = 0;
};
// Reads the first 300 letters or so. `text` is what `tokens` was made from. The first call takes some milliseconds more.
GramEvidence read_grams(std::string_view text, std::vector<Token> const& tokens);

}  // namespace lotse::triage
