// SPDX-License-Identifier: Apache-2.0
// Evidence against "at most this share is right", one row at a time. Wealth of a gambler who bets that more is right:
// under the hypothesis it is expected never to grow, so the chance that it ever reaches 1/delta is at most delta (Ville's
// inequality), however often one looks. Waudby-Smith and Ramdas, "Estimating means of bounded random variables by
// betting", JRSS-B 2024. Pure; a value; constant memory, some ten operations a row.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace lotse::gate {

class EProcess {
  public:
    static constexpr int kBets = 6;

    EProcess() = default;
    // The share, in (0, 1), that is to be beaten.
    explicit EProcess(double null_rate) : null_rate_(null_rate) {}

    void observe(bool is_right);

    // Natural logarithms, for wealth soon leaves the range of a double. Of the mean over all bets.
    double log_wealth() const;
    double log_peak() const { return log_peak_; }  // the largest so far: 0 at the start

    double null_rate() const { return null_rate_; }
    std::int64_t rows() const { return rows_; }
    std::int64_t right() const { return right_; }

    // How many further rows it takes to reach log_goal if they are right at this rate; none if never.
    std::optional<std::int64_t> rows_until(double log_goal, double rate) const;

    // What has to be kept between two looks. The bets' wealth follows from rows and right alone.
    struct State {
        std::int64_t rows = 0;
        std::int64_t right = 0;
        double log_peak = 0;
    };
    State state() const { return {rows_, right_, log_peak_}; }
    static EProcess from(double null_rate, State const& state);

  private:
    double log_wealth_at(double rows, double right) const;

    double null_rate_ = 0.95;
    std::int64_t rows_ = 0;
    std::int64_t right_ = 0;
    double log_peak_ = 0;
};

}  // namespace lotse::gate
