// SPDX-License-Identifier: Apache-2.0
#include "desk/fuse_scores.h"

#include <algorithm>

namespace lotse::desk {

void fuse(std::vector<FusedScore>& scores, bool has_meaning) {
    double const share = has_meaning ? kMeaningShare : 0;
    for (auto& one : scores) one.score = share * one.meaning.value_or(0) + (1 - share) * one.words;
    std::ranges::sort(scores, [](FusedScore const& a, FusedScore const& b) {
        return a.score != b.score ? a.score > b.score : a.ticket > b.ticket;
    });
}

}  // namespace lotse::desk
