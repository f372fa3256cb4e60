// SPDX-License-Identifier: Apache-2.0
// What is told of a life of the desk, lived or simulated, in the same way for both. Pure.
#pragma once

#include <array>
#include <limits>
#include <string_view>
#include <vector>

#include "insight/desk_run.h"

namespace lotse::insight {

// In the order of kFigureNames. Times in hours of open time; shares 0..1; by priority: low, normal, high, urgent.
enum class Figure : std::uint8_t {
    first_reply_median,
    first_reply_p90,
    late_first_reply,
    late_solution,
    backlog,    // tickets open at the end
    solved,     // tickets
    occupancy,  // hands-on time over time at work
    off_skill,  // tickets that somebody had without a preferred skill or the customer's language
    passed_on,  // tickets that changed hands
    gini,       // of occupancy over people: 0 all alike
    hours,      // of people at work
    late_first_reply_low,
    late_first_reply_normal,
    late_first_reply_high,
    late_first_reply_urgent,
    late_solution_low,
    late_solution_normal,
    late_solution_high,
    late_solution_urgent,
    usual_backlog,  // tickets open, in the mean of the time
    solution_median,  // without what waited for the customer
};
inline constexpr std::array<std::string_view, 21> kFigureNames{"first_reply_median",
                                                               "first_reply_p90",
                                                               "late_first_reply",
                                                               "late_solution",
                                                               "backlog",
                                                               "solved",
                                                               "occupancy",
                                                               "off_skill",
                                                               "passed_on",
                                                               "gini",
                                                               "hours",
                                                               "late_first_reply_low",
                                                               "late_first_reply_normal",
                                                               "late_first_reply_high",
                                                               "late_first_reply_urgent",
                                                               "late_solution_low",
                                                               "late_solution_normal",
                                                               "late_solution_high",
                                                               "late_solution_urgent",
                                                               "usual_backlog",
                                                               "solution_median"};
inline constexpr std::size_t kFigures = kFigureNames.size();
constexpr bool is_share(Figure figure) {
    return figure != Figure::first_reply_median && figure != Figure::first_reply_p90 && figure != Figure::backlog &&
           figure != Figure::usual_backlog && figure != Figure::solution_median && figure != Figure::solved &&
           figure != Figure::hours;
}

// NaN: nothing to tell it of.
struct Figures {
    std::array<double, kFigures> values;
    Figures() { values.fill(std::numeric_limits<double>::quiet_NaN()); }
    double operator[](Figure figure) const { return values[static_cast<std::size_t>(figure)]; }
    double& operator[](Figure figure) { return values[static_cast<std::size_t>(figure)]; }
};

// A ticket and its course, whoever lived it.
struct Told {
    Instant opened_at{};
    std::uint32_t kind = 0;
    bool is_counted = true;
    Course course;
};

// Those that depend on tickets alone. Whoever is still waiting at `until` counts with the wait so far.
Figures figures_of(DeskModel const& model, std::vector<OpenClock> const& clocks, std::vector<Told> const& told,
                   Instant from, Instant until);
Figures figures_of(Life const& life, LivedLife const& lived);
// What really happened in [from, until).
Figures figures_of_past(DeskModel const& model, std::vector<OpenClock> const& clocks, Instant from, Instant until);

struct Spread {
    double mean = 0;
    double low = 0;   // of the interval or band
    double high = 0;
    std::size_t n = 0;
};
// Of the mean, 95 %, by Student's t; of values that are numbers.
Spread mean_of(std::vector<double> const& values);
// Where 9 of 10 values lie, and their mean.
Spread band_of(std::vector<double> values);

double gini(std::vector<double> values);

}  // namespace lotse::insight
