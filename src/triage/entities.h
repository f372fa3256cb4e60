// SPDX-License-Identifier: Apache-2.0
// Finds the numbers and codes that a desk has described by patterns. RE2, so a pattern cannot make a text slow: time is
// linear in the text for each match, and matches of a kind are counted. Pure; immutable after compiling, so safe to share.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/entity.h"

namespace lotse::triage {

constexpr std::size_t kLongestPattern = 200;  // bytes
constexpr std::size_t kMostEntities = 100;  // of one kind in one text
constexpr std::size_t kLongestEntity = 100;  // bytes; a match that is longer is left out

// Error: invalid "entity.pattern" at /pattern, with RE2's word on what is wrong, where it does not compile, is too large
// or matches the empty text.
Result<void> check_pattern(std::string_view pattern);

class EntityFinder {
  public:
    // A pattern that does not pass check_pattern() finds nothing.
    explicit EntityFinder(std::vector<domain::EntityKind> const& kinds);
    ~EntityFinder();
    EntityFinder(EntityFinder&&) noexcept;
    EntityFinder& operator=(EntityFinder&&) noexcept;

    // In order, never overlapping: where two kinds want one place, the one that stands first in the list has it. No
    // span cuts a code point.
    std::vector<domain::EntitySpan> find(std::string_view text) const;

  private:
    struct Compiled;
    std::vector<Compiled> compiled_;
};

}  // namespace lotse::triage
