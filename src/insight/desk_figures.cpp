// SPDX-License-Identifier: Apache-2.0
#include "insight/desk_figures.h"

#include <algorithm>
#include <cmath>

namespace lotse::insight {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

struct Share {
    double some = 0;
    double all = 0;
    double value() const { return all > 0 ? some / all : kNothing; }
    void count(bool is_one) {
        all += 1;
        some += is_one ? 1 : 0;
    }
};

double quantile(std::vector<double>& values, double share) {
    if (values.empty()) return kNothing;
    auto const at = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(at));
    return values[at];
}

double hours_in(Duration time) { return static_cast<double>(time.count()) / 3600e6; }

// Two-sided 95 % quantile of Student's t by the expansion around the normal one (Abramowitz and Stegun 26.7.5).
double t_quantile(double freedom) {
    constexpr double z = 1.959964;
    return z + (z * z * z + z) / (4 * freedom) +
           (5 * std::pow(z, 5) + 16 * z * z * z + 3 * z) / (96 * freedom * freedom);
}

// Counts one clock of one ticket, if it can be judged yet.
void count_late(Duration used, Duration target, bool is_over, Share& of_all, Share& of_priority) {
    bool const is_late = used > target;
    if (!is_over && !is_late) return;
    of_all.count(is_late);
    of_priority.count(is_late);
}

}  // namespace

Figures figures_of(DeskModel const& model, std::vector<OpenClock> const& clocks, std::vector<Told> const& told,
                   Instant from, Instant until) {
    std::vector<double> waits;
    std::vector<double> solutions;
    Share late_reply;
    Share late_solution;
    std::array<Share, 4> late_reply_of;
    std::array<Share, 4> late_solution_of;
    double open = static_cast<double>(model.long_open);
    double solved = 0;
    double stood_open = open * hours_in(until - from);
    for (auto const& one : told) {
        auto const& kind = model.kinds[one.kind];
        auto const& clock = clocks[kind.clock];
        auto const& course = one.course;
        bool const is_solved = course.solved_at && *course.solved_at < until;
        bool const is_replied = course.replied_at && *course.replied_at < until;
        if (!is_solved) open += 1;
        else if (*course.solved_at >= from) solved += 1;
        auto const begun = std::max(from, one.opened_at);
        stood_open += std::max(0.0, hours_in((is_solved ? *course.solved_at : until) - begun));
        if (!one.is_counted) continue;
        auto const priority = static_cast<std::size_t>(kind.requirement.priority);
        auto const reply_end = is_replied ? *course.replied_at : is_solved ? *course.solved_at : until;
        auto const waited = clock.between(one.opened_at, reply_end);
        if (is_replied || !is_solved) waits.push_back(hours_in(waited));
        auto const worked = clock.between(one.opened_at, is_solved ? *course.solved_at : until) - course.paused;
        solutions.push_back(hours_in(worked));
        if (kind.first_reply)
            count_late(waited, *kind.first_reply, is_replied || is_solved, late_reply, late_reply_of[priority]);
        if (!kind.solution) continue;
        // Who waits for the customer now is not judged.
        if (is_solved || course.paused == Duration{})
            count_late(worked, *kind.solution, is_solved, late_solution, late_solution_of[priority]);
    }
    Figures out;
    out[Figure::first_reply_median] = quantile(waits, 0.5);
    out[Figure::first_reply_p90] = quantile(waits, 0.9);
    out[Figure::late_first_reply] = late_reply.value();
    out[Figure::late_solution] = late_solution.value();
    out[Figure::backlog] = open;
    out[Figure::solved] = solved;
    out[Figure::solution_median] = quantile(solutions, 0.5);
    out[Figure::usual_backlog] = until > from ? stood_open / hours_in(until - from) : open;
    for (std::size_t i = 0; i < 4; ++i) {
        out.values[static_cast<std::size_t>(Figure::late_first_reply_low) + i] = late_reply_of[i].value();
        out.values[static_cast<std::size_t>(Figure::late_solution_low) + i] = late_solution_of[i].value();
    }
    return out;
}

Figures figures_of(Life const& life, LivedLife const& lived) {
    std::vector<Told> told;
    told.reserve(life.tickets.size());
    Share off_skill;
    Share passed_on;
    for (std::size_t i = 0; i < life.tickets.size(); ++i) {
        auto const& ticket = life.tickets[i];
        told.push_back({ticket.opened_at, ticket.kind, ticket.is_counted, lived.tickets[i].course});
        if (ticket.visits == 0) continue;
        off_skill.count(lived.tickets[i].was_off_skill);
        passed_on.count(lived.tickets[i].was_passed_on);
    }
    auto out = figures_of(*life.model, *life.clocks, told, life.from, life.until);
    double busy = 0;
    double there = 0;
    std::vector<double> shares;
    for (std::size_t i = 0; i < lived.busy.size(); ++i) {
        double const at_work = hours_in(lived.at_work[i]);
        busy += hours_in(lived.busy[i]);
        there += at_work;
        if (at_work > 0) shares.push_back(hours_in(lived.busy[i]) / at_work);
    }
    out[Figure::occupancy] = there > 0 ? busy / there : kNothing;
    out[Figure::off_skill] = off_skill.value();
    out[Figure::passed_on] = passed_on.value();
    out[Figure::gini] = shares.empty() ? kNothing : gini(std::move(shares));
    out[Figure::hours] = there;
    return out;
}

Figures figures_of_past(DeskModel const& model, std::vector<OpenClock> const& clocks, Instant from, Instant until) {
    std::vector<Told> told;
    Share passed_on;
    for (auto const& past : model.past) {
        if (past.opened_at >= until) break;
        if (past.opened_at < from && past.ended_at && *past.ended_at <= from) continue;
        told.push_back({past.opened_at, past.kind, past.opened_at >= from, past.course});
        told.back().course.solved_at = past.ended_at;
        if (past.opened_at < from || past.visits.empty()) continue;
        passed_on.count(std::ranges::any_of(past.visits, &Visit::is_passed_on));
    }
    auto out = figures_of(model, clocks, told, from, until);
    out[Figure::passed_on] = passed_on.value();
    return out;
}

Spread mean_of(std::vector<double> const& values) {
    Spread out;
    for (double const value : values)
        if (!std::isnan(value)) {
            out.mean += value;
            ++out.n;
        }
    if (out.n == 0) return {kNothing, kNothing, kNothing, 0};
    auto const n = static_cast<double>(out.n);
    out.mean /= n;
    double square = 0;
    for (double const value : values)
        if (!std::isnan(value)) square += (value - out.mean) * (value - out.mean);
    double const half = out.n < 2 ? 0 : t_quantile(n - 1) * std::sqrt(square / (n - 1) / n);
    out.low = out.mean - half;
    out.high = out.mean + half;
    return out;
}

Spread band_of(std::vector<double> values) {
    auto out = mean_of(values);
    std::erase_if(values, [](double value) { return std::isnan(value); });
    out.low = quantile(values, 0.05);
    out.high = quantile(values, 0.95);
    return out;
}

double gini(std::vector<double> values) {
    std::ranges::sort(values);
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        weighted += static_cast<double>(i + 1) * values[i];
    }
    auto const n = static_cast<double>(values.size());
    return sum <= 0 ? 0 : 2 * weighted / (n * sum) - (n + 1) / n;
}

}  // namespace lotse::insight
