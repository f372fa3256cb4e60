// SPDX-License-Identifier: Apache-2.0
// What unhappy and angry people write, in three languages. Patterns as in keywords.h. Internal to sentiment.
#pragma once

#include <cstdint>

#include "triage/keywords.h"

namespace lotse::triage {

// Value of a pattern in the index.
enum class Mood : std::uint32_t { content, unhappy, angry, stronger, softer, negation };
constexpr std::size_t kMoods = 6;

// Compiled once.
KeywordIndex const& sentiment_words();

}  // namespace lotse::triage
