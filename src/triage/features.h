// SPDX-License-Identifier: Apache-2.0
// A message as a sparse vector: hashed word 1-2-grams and character 2-5-grams inside words (science of short texts:
// Joulin 2016; Wang & Manning 2012), plus crosses of metadata. Deterministic on every machine. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse::triage {

constexpr std::uint32_t kFeatureBits = 18;
constexpr std::uint32_t kFeatureSpace = 1U << kFeatureBits;
// Of each text only this many bytes are read, so that a megabyte of log costs no more than a page.
constexpr std::size_t kTextLimit = 16 * 1024;

struct Feature {
    std::uint32_t index = 0;  // < kFeatureSpace
    float value = 0;
    bool operator==(Feature const&) const = default;
};
// Metadata lives in the last indices. It takes no part in the weighting by rarity: a new organization is rare without
// meaning anything.
constexpr std::uint32_t kMetadataFrom = kFeatureSpace - (1U << 14);
// Sorted by index, each index once. The text's part has length 1 in L2 norm and the metadata's kMetadataLength, unless
// empty.
using Features = std::vector<Feature>;
constexpr float kMetadataLength = 0.4F;

struct FeatureInput {
    std::string_view subject;   // counts twice
    std::string_view new_text;  // what the sender wrote now: quotes and signature are already cut off
    // Name and value: {"mailbox", "it@firm.example"}; also their pairs become features. Empty values are left out.
    std::vector<std::pair<std::string_view, std::string>> metadata;
};

// Text of any bytes; letters are lower-cased, digits in a row become one "0". O(bytes), at most 2 * kTextLimit.
Features extract_features(FeatureInput const& input);

// The words and word pairs of the input with the index of each, in order, each once, at most `limit`: what a reason
// can name. Only made when asked for.
struct ReadableTerm {
    std::string text;
    std::uint32_t index = 0;
};
std::vector<ReadableTerm> readable_terms(FeatureInput const& input, std::size_t limit = 400);

}  // namespace lotse::triage
