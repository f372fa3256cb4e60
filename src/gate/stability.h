// SPDX-License-Identifier: Apache-2.0
// Has the world that sends the tickets changed since the proof? Looks at scores and at corrections, not at what is right,
// so it speaks before a decision is wrong. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace lotse::gate {

// How scores are spread over ten bins.
class ScoreSpread {
  public:
    static constexpr std::size_t kBins = 10;

    void add(double score);  // in [0, 1]
    std::int64_t rows() const;
    std::array<std::int64_t, kBins> const& bins() const { return bins_; }
    static ScoreSpread from(std::array<std::int64_t, kBins> const& bins);

  private:
    std::array<std::int64_t, kBins> bins_{};
};

// The population stability index: 0 the same, above 0.25 by convention another world. 0 while either has fewer than 100
// rows, for small counts alone would alarm. Half a row is added to every bin.
double population_stability(ScoreSpread const& then, ScoreSpread const& now);
constexpr double kUnstable = 0.25;

// Changed choices among those made alone, in two windows.
struct Corrections {
    std::int64_t rows = 0;
    std::int64_t changed = 0;
};
// More than three times the norm, and not by chance: the lower 95 % bound of `now` is above the norm.
bool are_unusual(Corrections const& norm, Corrections const& now);

}  // namespace lotse::gate
