// SPDX-License-Identifier: Apache-2.0
// Whether a simulated desk may be believed: the last four weeks lived through as the desk was, beside what really
// happened. Only weeks before those are learned from. Pure.
#pragma once

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

inline constexpr std::array kHeadlines{Figure::first_reply_median, Figure::first_reply_p90, Figure::late_first_reply,
                                       Figure::late_solution,      Figure::backlog,         Figure::solved};

struct Headline {
    Figure figure = Figure::first_reply_median;
    double actual = 0;
    Spread simulated;   // where 9 of 10 runs lie
    double error = 0;   // of the mean, relative to the actual figure
    bool is_near = false;
    bool is_in_band = false;
};

enum class Verdict : std::uint8_t { believable, too_little_history, nobody_works, off };

struct BackTest {
    Verdict verdict = Verdict::too_little_history;
    Instant from{};
    Instant until{};
    std::size_t tickets = 0;  // that came in the test
    std::size_t runs = 0;
    std::vector<Headline> headlines;  // those that history has
};

// Fits the scale of the hands-on times and how quickly people turn to what has come, on the weeks before the test, and
// leaves both in the model. O(some hundred lives of four weeks).
Result<void> calibrate(DeskModel& model, std::uint64_t seed, Going const& going);

Result<BackTest> back_test(DeskModel const& model, int runs, std::uint64_t seed, Going const& going);

}  // namespace lotse::insight
