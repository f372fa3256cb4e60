// SPDX-License-Identifier: Apache-2.0
// From which score on a machine's choice is right often enough: a falling row of thresholds, each with its claim. They are
// accepted in order, strictest first, up to the first that fails; so the chance that any accepted one is false is at most
// delta, without a price for their number (fixed-sequence testing; Angelopoulos et al., "Learn then Test", 2021).
// The thresholds must be chosen before the first row of evidence and stay. Pure; a value.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gate/e_process.h"

namespace lotse::gate {

// What an admin asks for: precision in [0.5, 0.999], delta in [0.001, 0.2].
struct Target {
    double precision = 0.95;
    double delta = 0.05;
};

// One choice with what a person decided who had not seen it. score in [0, 1].
struct Row {
    double score = 0;
    bool is_right = false;
};

// Thresholds that can be proven soonest, from rows of the training window, which must not be evidence later. The first is
// the one for which a proof is expected with the fewest tickets; from there downwards in steps of about 4 % of the rows.
// Where no threshold promises the precision, the strictest with enough rows stands alone. At most `most` of them; empty
// only if there is no row.
std::vector<double> plan_thresholds(std::span<Row const> training, Target const& target, std::size_t most = 20);

class Proof {
  public:
    struct Claim {
        double threshold = 0;
        EProcess wealth;
    };

    Proof() = default;
    // Any order; equal ones count once.
    Proof(Target const& target, std::vector<double> thresholds);

    void observe(Row const& row);

    // The lowest threshold of the accepted ones; none while the first is not accepted.
    std::optional<double> earned() const;
    // Accepted claims, from the first on.
    std::size_t accepted() const;
    // The e-value of "the slice deserves no right at all", for combining slices: that of the first claim, now.
    double log_e_value() const;

    // Further blind decisions, counted over all scores, until the next claim is accepted if rows go on as they did; none
    // if they never will or there is no next. `rate` replaces what was seen while there are fewer than 10 rows.
    std::optional<std::int64_t> decisions_needed(double rate = 1) const;

    Target const& target() const { return target_; }
    std::vector<Claim> const& claims() const { return claims_; }
    std::int64_t rows() const { return rows_; }  // of any score

    static Proof from(Target const& target, std::vector<Claim> claims, std::int64_t rows);

  private:
    Target target_;
    std::vector<Claim> claims_;  // strictest first
    std::int64_t rows_ = 0;
};

}  // namespace lotse::gate
