// SPDX-License-Identifier: Apache-2.0
// Inductive Venn-Abers prediction (Vovk, Petej & Fedorova 2015): from scores of which it is known whether they were right,
// an honest probability for a new one. Two isotonic fits, one that supposes the new score is right and one that it is wrong,
// bound it: no shape is assumed beyond "a higher score is not less often right".
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "triage/bytes.h"
#include "triage/calibration.h"

namespace lotse::triage {

// Fewer tell too little: the bounds are far apart.
constexpr std::size_t kVennAbersLeast = 200;

class VennAbers {
  public:
    // Empty below kVennAbersLeast rows. Scores are kept in thousandths.
    static VennAbers fit(std::span<Judged const> judged);

    bool is_empty() const { return groups_.empty(); }
    struct Bounds {
        double low = 0;
        double high = 1;
        // The one number with the least worst regret in log loss.
        double probability() const { return high / (1 - low + high); }
    };
    // About 5 microseconds. {0, 1} if empty.
    Bounds ask(double score) const;

    void save(ByteWriter& out) const;
    static Result<VennAbers> load(ByteReader& in);  // corrupt "model.damaged"

  private:
    struct Group {
        std::uint16_t score = 0;  // thousandths, ascending, each once
        std::uint32_t rows = 0;
        std::uint32_t right = 0;
    };
    double fitted_at(std::uint16_t score, bool is_right) const;
    std::vector<Group> groups_;
};

// Puts the bounds' probability in place of the largest of `chances`; the others share the rest as before, and it stays the
// largest. A hundredth of the plain confidence is kept: isotonic bounds are flat in places, and whoever sets a threshold
// needs an order. Nothing happens if the bounds are empty.
void apply_bounds(std::vector<double>& chances, VennAbers const& bounds);

// Whether the bounds say better than the scores themselves what was right, in log loss, judged on rows that they were not
// fitted on (five parts in turn). False below kVennAbersLeast rows.
bool venn_abers_helps(std::span<Judged const> judged);

}  // namespace lotse::triage
