// SPDX-License-Identifier: Apache-2.0
#include "triage/features.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/text.h"
#include "triage/hash.h"
#include "triage/keywords.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kTokenLimit = 4000;
constexpr std::size_t kWordLimit = 40;  // code points of a word that give character n-grams: no word is longer
constexpr float kSubjectCounts = 2;
// Against the many character n-grams of a word, its own number would drown. Chosen by cross-validation on the
// training parts of three public sets (assistant requests in English and German, IT tickets).
constexpr float kWordWeight = 2.0F;
constexpr float kPairWeight = 2.2F;
constexpr float kCharacterWeight = 1.0F;

using Counts = std::vector<Feature>;  // unsorted, an index may come several times

std::uint32_t index_of(std::uint64_t state) {
    return static_cast<std::uint32_t>(hash_end(state) >> 32) % kMetadataFrom;
}
std::uint32_t metadata_index(std::uint64_t state) {
    return kMetadataFrom + static_cast<std::uint32_t>(hash_end(state) >> 32) % (kFeatureSpace - kMetadataFrom);
}
std::uint64_t word_state(std::string_view word) { return hash_on(hash_on(kHashStart, "w:"), word); }
std::uint64_t pair_state(std::string_view first, std::string_view second) {
    return hash_on(hash_on(hash_on(hash_on(kHashStart, "p:"), first), " "), second);
}

std::vector<std::string> words_of(std::string_view text);
void add_words(std::vector<std::string> const& words, float count, Counts& singles, Counts& pairs);
void add_characters(std::string_view word, float count, Counts& out);
void add_metadata(FeatureInput const& input, Counts& out);
void merge(Counts& counts);
void weigh(Counts& counts, float weight);
void scale_to(float length, Features& features);

}  // namespace

Features extract_features(FeatureInput const& input) {
    auto const subject = words_of(input.subject);
    auto const text = words_of(input.new_text);
    Counts singles;
    Counts pairs;
    add_words(subject, kSubjectCounts, singles, pairs);
    add_words(text, 1, singles, pairs);
    // Character n-grams depend on the word alone, so each distinct word is cut up once.
    std::unordered_map<std::string_view, float> distinct;
    for (auto const& word : subject) distinct[word] += kSubjectCounts;
    for (auto const& word : text) distinct[word] += 1;
    Counts characters;
    for (auto const& [word, count] : distinct) add_characters(word, count, characters);

    weigh(singles, kWordWeight);
    weigh(pairs, kPairWeight);
    weigh(characters, kCharacterWeight);
    Features out = std::move(singles);
    out.insert(out.end(), pairs.begin(), pairs.end());
    out.insert(out.end(), characters.begin(), characters.end());
    merge(out);
    scale_to(1, out);
    Counts metadata;
    add_metadata(input, metadata);
    merge(metadata);
    scale_to(kMetadataLength, metadata);
    out.insert(out.end(), metadata.begin(), metadata.end());
    return out;
}

std::vector<ReadableTerm> readable_terms(FeatureInput const& input, std::size_t limit) {
    std::vector<ReadableTerm> out;
    std::unordered_map<std::uint32_t, bool> seen;
    auto const add = [&](std::string text, std::uint64_t state) {
        auto const index = index_of(state);
        if (out.size() < limit && seen.emplace(index, true).second) out.push_back({std::move(text), index});
    };
    for (auto const text : {input.subject, input.new_text}) {
        auto const words = words_of(text);
        for (std::size_t i = 0; i < words.size() && out.size() < limit; ++i) {
            add(words[i], word_state(words[i]));
            if (i + 1 < words.size()) add(words[i] + " " + words[i + 1], pair_state(words[i], words[i + 1]));
        }
    }
    return out;
}

namespace {

std::vector<std::string> words_of(std::string_view text) {
    auto tokens = tokenize(cut_utf8(text, kTextLimit), kTokenLimit);
    std::vector<std::string> out;
    out.reserve(tokens.size());
    for (auto& token : tokens) {
        std::string word;
        for (char const c : token.folded) {
            bool const is_digit = c >= '0' && c <= '9';
            if (is_digit && !word.empty() && word.back() == '0') continue;
            word += is_digit ? '0' : c;
        }
        out.push_back(std::move(word));
    }
    return out;
}

void add_words(std::vector<std::string> const& words, float count, Counts& singles, Counts& pairs) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        singles.push_back({index_of(word_state(words[i])), count});
        if (i + 1 < words.size()) pairs.push_back({index_of(pair_state(words[i], words[i + 1])), count});
    }
}

void add_characters(std::string_view word, float count, Counts& out) {
    std::string padded;
    padded.reserve(word.size() + 2);
    padded += ' ';
    padded += word;
    padded += ' ';
    std::vector<std::size_t> starts;  // of code points
    for (std::size_t i = 0; i < padded.size() && starts.size() < kWordLimit; ++i)
        if ((static_cast<unsigned char>(padded[i]) & 0xC0U) != 0x80U) starts.push_back(i);
    starts.push_back(padded.size());
    auto const base = hash_on(kHashStart, "c:");
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        auto state = base;
        for (std::size_t length = 1; length <= 5 && i + length < starts.size(); ++length) {
            auto const from = starts[i + length - 1];
            state = hash_on(state, std::string_view(padded).substr(from, starts[i + length] - from));
            if (length >= 2) out.push_back({index_of(state), count});
        }
    }
}

void add_metadata(FeatureInput const& input, Counts& out) {
    std::vector<std::uint64_t> states;
    for (auto const& [name, value] : input.metadata)
        if (!value.empty()) states.push_back(hash_on(hash_on(hash_on(hash_on(kHashStart, "m:"), name), "="), value));
    for (std::size_t i = 0; i < states.size(); ++i) {
        out.push_back({metadata_index(states[i]), 1});
        for (std::size_t j = i + 1; j < states.size(); ++j)
            out.push_back({metadata_index(states[i] * 31 + states[j]), 1});
    }
}

// Sorted with ties broken by value, so that the sums do not depend on the order in which a hash map was walked.
void merge(Counts& counts) {
    std::sort(counts.begin(), counts.end(),
              [](auto const& a, auto const& b) { return a.index != b.index ? a.index < b.index : a.value < b.value; });
    std::size_t kept = 0;
    for (auto const& feature : counts) {
        if (kept > 0 && counts[kept - 1].index == feature.index) counts[kept - 1].value += feature.value;
        else counts[kept++] = feature;
    }
    counts.resize(kept);
}

// Counts become 1 + log(count), so that a word said ten times does not outshout the rest.
void weigh(Counts& counts, float weight) {
    merge(counts);
    for (auto& feature : counts) feature.value = weight * (1 + std::log(feature.value));
}

void scale_to(float length, Features& features) {
    double sum = 0;
    for (auto const& feature : features) sum += static_cast<double>(feature.value) * feature.value;
    if (sum <= 0) return;
    auto const scale = length / static_cast<float>(std::sqrt(sum));
    for (auto& feature : features) feature.value *= scale;
}

}  // namespace
}  // namespace lotse::triage
