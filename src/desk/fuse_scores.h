// SPDX-License-Identifier: Apache-2.0
// Two rankings of the same tickets made one: a convex combination of scores that lie in [0, 1] each (Bruch, Gai and Ingber
// 2023; a rank fusion lets a weak list sink what a good one found). Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace lotse::desk {

// The share of meaning, as measured across languages (docs/decisions/0017-vectors-of-tickets.md).
constexpr double kMeaningShare = 0.8;

struct FusedScore {
    std::int64_t ticket = 0;
    double score = 0;
    double words = 0;  // 0..1
    std::optional<double> meaning;  // 0..1; none: no vector, or no language model
};
// Fills `score` and sorts: the best first, of two alike the newer. With no meaning at all the words alone are the score.
void fuse(std::vector<FusedScore>& scores, bool has_meaning);

}  // namespace lotse::desk
