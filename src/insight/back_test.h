// SPDX-License-Identifier: Apache-2.0
// Whether a simulated desk may be believed: the last four weeks lived through as the desk was, beside what really
// happened. Only weeks before those are learned from. Pure.
#pragma once

#include <optional>
#include <vector>

#include "insight/what_if.h"

namespace lotse::insight {

constexpr int kTestDays = 28;
constexpr double kTolerance = 0.15;       // of the actual figure
constexpr double kToleranceShare =
    0.02;  // or so many points, of a share: what a month of some hundred tickets scatters by
constexpr double kToleranceCount = 2;     // or so many tickets
constexpr double kToleranceHours = 0.1;   // or so many hours
constexpr std::size_t kLeastTickets = 60; // in the test, and before it

inline constexpr std::array kHeadlines{Figure::first_reply_median,
                                       Figure::first_reply_p90,
                                       Figure::late_first_reply,
                                       Figure::solution_median,
                                       Figure::late_solution,
                                       Figure::usual_backlog,
                                       Figure::solved};
// Of them, those that tell together whether the simulated weeks went as slowly as the real ones.
inline constexpr std::array kLevel{Figure::first_reply_median, Figure::solution_median, Figure::usual_backlog};

struct Headline {
    Figure figure = Figure::first_reply_median;
    double actual = 0;
    Spread simulated;   // where 9 of 10 runs lie
    double error = 0;   // of the mean, relative to the actual figure
    double error_low = 0;  // where it lies nine times in ten, for what these weeks and those learned from scatter
    double error_high = 0;
    double tolerance = 0;  // in the figure's unit
    bool is_near = false;
    bool is_in_band = false;
};

// Of the mean logarithm of kLevel.
struct Level {
    double error = 0;  // 0.1: the simulated weeks were a tenth slower
    double low = 0;    // nine times in ten
    double high = 0;
    double chance = 0;  // standard deviation that chance explains
};

bool is_near(Level const& level);

enum class Verdict : std::uint8_t {
    believable,
    too_little_history,
    too_uncertain,  // so few tickets scatter by more than what is to be told apart
    nobody_works,
    off,
};

struct BackTest {
    Verdict verdict = Verdict::too_little_history;
    Instant from{};
    Instant until{};
    std::size_t tickets = 0;  // that came in the test
    std::size_t runs = 0;
    std::vector<Headline> headlines;  // those that history has
    std::optional<Level> level;       // none: history has not all of them
};

// Fits the scale of the hands-on times and how quickly people turn to what has come, on the weeks before the test, and
// leaves both in the model. O(some hundred lives of four weeks).
Result<void> calibrate(DeskModel& model, std::uint64_t seed, Going const& going);

Result<BackTest> back_test(DeskModel const& model, int runs, std::uint64_t seed, Going const& going);

}  // namespace lotse::insight
