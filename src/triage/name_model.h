// SPDX-License-Identifier: Apache-2.0
// Which words of a text are a person's name: a linear chain of two states (a conditional random field) over hashed features
// of a word and its neighbours. Its weights are data (name_weights.json), made by tools/make_name_sentences.py and
// bench_fit_names; whoever changes the features makes them anew. Internal to the finder of names. Pure, linear in the text,
// about a microsecond a word.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "triage/keywords.h"

namespace lotse::triage {

constexpr std::size_t kNameWeightBits = 17;
constexpr std::size_t kNameWeights = std::size_t{1} << kNameWeightBits;
constexpr std::size_t kMostNameFeatures = 64;

// The numbers of one word's features, below kNameWeights.
struct NameFeatures {
    std::array<std::uint32_t, kMostNameFeatures> numbers{};
    std::size_t count = 0;
};
// What stands between a word and the one before it, as far as a name may go on over it.
enum class NameGap : std::uint8_t { start, space, hyphen, dot, comma, line, other };
constexpr std::size_t kNameGaps = 7;

struct NameText {
    std::vector<NameFeatures> words;  // one for each token
    std::vector<NameGap> gaps;
};
// `tokens` is what tokenize() made from `text`.
NameText read_name_text(std::string_view text, std::vector<Token> const& tokens);

// Weight of a feature that speaks for a name; and of going on, by [gap][was a name][is a name].
struct NameWeights {
    std::vector<float> features = std::vector<float>(kNameWeights);
    std::array<std::array<std::array<float, 2>, 2>, kNameGaps> steps{};
};
// The probability of each word to be of a name (forward and backward).
std::vector<float> weigh_names(NameText const& read, NameWeights const& weights);
// Words in a row that are more likely a name than `least`, joined over what a name goes on over. In order.
struct NameRun {
    std::size_t first = 0;
    std::size_t last = 0;
    double confidence = 0;  // the mean of its words
};
std::vector<NameRun> find_name_runs(NameText const& read, std::vector<float> const& chances, double least);
// Those that are shipped.
NameWeights const& shipped_name_weights();

}  // namespace lotse::triage
