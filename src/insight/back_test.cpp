// SPDX-License-Identifier: Apache-2.0
#include "insight/back_test.h"

#include <algorithm>
#include <cmath>

namespace lotse::insight {
namespace {

using std::chrono::days;

constexpr int kFitRuns = 4;
constexpr int kFitDays = 56;
constexpr double kTrust = 0.1;  // how dear it is to leave the hands-on times that history tells
constexpr std::array kFactors{4.0, 2.0, 1.5, 1.25, 1.1, 1.25, 1.1, 1.05};

Error stopped() { return unavailable("simulation.stopped", "The simulation was stopped."); }

std::size_t came_between(DeskModel const& model, Instant from, Instant until) {
    return static_cast<std::size_t>(std::ranges::count_if(
        model.past, [&](auto const& one) { return one.opened_at >= from && one.opened_at < until; }));
}

double floor_of(Figure figure) {
    if (is_share(figure)) return kToleranceShare;
    return figure == Figure::backlog || figure == Figure::solved ? kToleranceCount : kToleranceHours;
}

double tolerance(Figure figure, double actual) { return std::max(kTolerance * actual, floor_of(figure)); }

// How far two figures are apart, in tolerances; far away it grows more slowly, or one figure would decide alone.
double distance(Figure figure, double simulated, double actual) {
    if (std::isnan(simulated) || std::isnan(actual)) return 0;
    double const apart = std::abs(simulated - actual) / tolerance(figure, actual);
    return apart < 3 ? apart : 3 + std::log(apart - 2);
}

// Weeks before the test, and what their lives tell under a try of the parameters.
class Fit {
  public:
    Fit(DeskModel& model, Instant until, std::uint64_t seed)
        : variant_(as_it_is(model)),
          from_(std::max(model.history_from, until - days{kFitDays})),
          until_(until),
          seed_(seed),
          donors_(variant_.model, until),
          clocks_(clocks_for(variant_.model, model.history_from, until + days{30})),
          actual_(figures_of_past(variant_.model, clocks_, from_, until)) {}

    double loss(double scale, Reaction const& reaction) {
        variant_.model.touch_scale = scale;
        variant_.model.reaction = reaction;
        Figures mean;
        for (auto const figure : kHeadlines) mean[figure] = 0;
        for (std::uint64_t run = 0; run < kFitRuns; ++run) {
            auto const life = draw_past(variant_, donors_, clocks_, from_, until_, {seed_, run + 1'000'000});
            auto const figures = figures_of(life, live(life));
            for (auto const figure : kHeadlines) mean[figure] += figures[figure] / kFitRuns;
        }
        double out = kTrust * std::pow(std::log(scale), 2);
        for (auto const figure : kHeadlines) out += std::pow(distance(figure, mean[figure], actual_[figure]), 2);
        return out;
    }
    double actual_median() const { return actual_[Figure::first_reply_median]; }

  private:
    Variant variant_;
    Instant from_;
    Instant until_;
    std::uint64_t seed_;
    Donors donors_;
    std::vector<OpenClock> clocks_;
    Figures actual_;
};

struct Try {
    double scale = 1;
    Reaction reaction;
};

Try moved(Try at, int which, double factor) {
    if (which == 0) at.scale = std::clamp(at.scale * factor, 0.05, 20.0);
    if (which == 1) at.reaction.median_minutes = std::clamp(at.reaction.median_minutes * factor, 0.5, 6000.0);
    if (which == 2) at.reaction.sigma = std::clamp(at.reaction.sigma * std::sqrt(factor), 0.3, 3.0);
    return at;
}

bool is_near(Headline const& one) {
    return std::abs(one.simulated.mean - one.actual) <= tolerance(one.figure, one.actual);
}

}  // namespace

Result<void> calibrate(DeskModel& model, std::uint64_t seed, Going const& going) {
    auto const until = model.now - days{kTestDays};
    if (came_between(model, model.history_from, until) < kLeastTickets) return {};
    Fit fit(model, until, seed);
    Try best;
    if (!std::isnan(fit.actual_median())) best.reaction.median_minutes = std::max(1.0, fit.actual_median() * 30);
    double least = fit.loss(best.scale, best.reaction);
    int steps = 0;
    // Where to begin: long times and slow people look alike from far away, so both are looked at from afar first.
    Try const start = best;
    for (double const scale : {0.125, 0.25, 0.5, 1.0, 2.0})
        for (double const slow : {0.1, 0.5, 2.0}) {
            auto const next = moved(moved(start, 0, scale), 1, slow);
            double const loss = fit.loss(next.scale, next.reaction);
            if (loss >= least) continue;
            least = loss;
            best = next;
        }
    for (double const factor : kFactors)
        for (int turn = 0; turn < 2; ++turn)
            for (int which = 0; which < 3; ++which) {
                for (double const by : {factor, 1 / factor}) {
                    auto const next = moved(best, which, by);
                    double const loss = fit.loss(next.scale, next.reaction);
                    if (loss >= least) continue;
                    least = loss;
                    best = next;
                    break;
                }
                if (going && !going(++steps / (kFactors.size() * 6.0))) return stopped();
            }
    model.touch_scale = best.scale;
    model.reaction = best.reaction;
    return {};
}

Result<BackTest> back_test(DeskModel const& model, int runs, std::uint64_t seed, Going const& going) {
    BackTest out;
    out.until = model.now;
    out.from = model.now - days{kTestDays};
    out.tickets = came_between(model, out.from, out.until);
    if (out.tickets < kLeastTickets || came_between(model, model.history_from, out.from) < kLeastTickets) return out;
    auto const variant = as_it_is(model);
    Donors const donors(variant.model, out.from);
    auto const clocks = clocks_for(model, model.history_from, model.now + days{30});
    auto const actual = figures_of_past(model, clocks, out.from, out.until);
    std::array<std::vector<double>, kHeadlines.size()> values;
    double worked = 0;
    for (int run = 0; run < runs; ++run) {
        auto const life = draw_past(variant, donors, clocks, out.from, out.until,
                                    {seed, static_cast<std::uint64_t>(run) + 2'000'000});
        auto const figures = figures_of(life, live(life));
        worked += figures[Figure::hours];
        for (std::size_t i = 0; i < kHeadlines.size(); ++i) values[i].push_back(figures[kHeadlines[i]]);
        if (going && !going(static_cast<double>(run + 1) / runs)) return stopped();
    }
    out.runs = static_cast<std::size_t>(runs);
    bool is_near_all = true;
    for (std::size_t i = 0; i < kHeadlines.size(); ++i) {
        Headline one{kHeadlines[i], actual[kHeadlines[i]], band_of(values[i]), 0, false, false};
        if (std::isnan(one.actual) || one.simulated.n == 0) continue;
        one.error = one.actual == 0 ? (one.simulated.mean == 0 ? 0 : 1) : one.simulated.mean / one.actual - 1;
        one.is_near = is_near(one);
        one.is_in_band = one.actual >= one.simulated.low && one.actual <= one.simulated.high;
        is_near_all = is_near_all && one.is_near;
        out.headlines.push_back(one);
    }
    out.verdict = worked <= 0 ? Verdict::nobody_works : is_near_all ? Verdict::believable : Verdict::off;
    return out;
}

}  // namespace lotse::insight
