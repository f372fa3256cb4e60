// SPDX-License-Identifier: Apache-2.0
// The alarm that takes a right away: has the share of right choices fallen to the target or below? A Shiryaev-Roberts
// e-detector: bets that rightness has fallen, started anew at every row and added up. While choices stay above the
// target it takes at least `run_length` rows on average to a false alarm, whatever else happens (Shin, Ramdas and
// Rinaldo, "E-detectors", 2024). Pure; a value; constant memory.
#pragma once

#include <array>
#include <cstdint>

namespace lotse::gate {

class DriftWatch {
  public:
    static constexpr int kStakes = 6;
    static constexpr double kRunLength = 20'000;

    DriftWatch() = default;
    // target in (0, 1): the share that must be kept. run_length > 1: rows between two false alarms.
    explicit DriftWatch(double target, double run_length = kRunLength) : target_(target), run_length_(run_length) {}

    void observe(bool is_right);
    bool is_alarmed() const { return level() >= run_length_; }
    // From 0 (nothing speaks for a fall) to run_length (alarm) and above.
    double level() const;

    std::int64_t rows() const { return rows_; }
    std::array<double, kStakes> const& sums() const { return sums_; }
    static DriftWatch from(double target, double run_length, std::int64_t rows,
                           std::array<double, kStakes> const& sums);

  private:
    double target_ = 0.95;
    double run_length_ = kRunLength;
    std::int64_t rows_ = 0;
    std::array<double, kStakes> sums_{};
};

}  // namespace lotse::gate
