// SPDX-License-Identifier: Apache-2.0
#include "insight/back_test.h"

#include <algorithm>
#include <cmath>

namespace lotse::insight {
namespace {

using std::chrono::days;

constexpr int kFitRuns = 4;
constexpr int kFitDays = 56;
constexpr double kModelError = 0.05;  // no model is exact
constexpr double kOfNine = 1.645;  // standard deviations: nine in ten are nearer
// Above it, more than one in ten of models that are 30 % too quick or too slow would pass: ln(1.3 / 1.15) / 0.84.
constexpr double kMostChance = 0.145;
constexpr double kOfAll = 2.68;  // 19 in 20 times are all of seven figures nearer
constexpr double kTrust =
    2;  // how dear it is to leave the hands-on times that history tells: a factor of two, a figure off by its tolerance
constexpr std::array kFactors{1.25, 1.1, 1.05, 1.1, 1.05};

Error stopped() { return unavailable("simulation.stopped", "The simulation was stopped."); }

std::size_t came_between(DeskModel const& model, Instant from, Instant until) {
    return static_cast<std::size_t>(std::ranges::count_if(
        model.past, [&](auto const& one) { return one.opened_at >= from && one.opened_at < until; }));
}

double floor_of(Figure figure) {
    if (is_share(figure)) return kToleranceShare;
    return figure == Figure::usual_backlog || figure == Figure::solved ? kToleranceCount : kToleranceHours;
}

double tolerance(Figure figure, double actual) { return std::max(kTolerance * actual, floor_of(figure)); }

// How far two figures are apart, in tolerances; far away it grows more slowly, or one figure would decide alone.
double distance(Figure figure, double simulated, double actual) {
    if (std::isnan(simulated) || std::isnan(actual)) return 0;
    double const apart = std::abs(simulated - actual) / tolerance(figure, actual);
    return apart < 3 ? apart : 3 + std::log(apart - 2);
}

Instant fitted_from(DeskModel const& model, Instant until) {
    return std::max(model.history_from, until - days{kFitDays});
}

// Weeks before the test, and what their lives tell under a try of the parameters.
class Fit {
  public:
    Fit(DeskModel& model, Instant until, std::uint64_t seed)
        : variant_(as_it_was(model)),
          from_(fitted_from(model, until)),
          until_(until),
          seed_(seed),
          donors_(variant_.model, until),
          clocks_(clocks_for(variant_.model, model.history_from, until + days{30})),
          actual_(figures_of_past(variant_.model, clocks_, from_, until)) {}

    double loss(double scale, double wait) {
        variant_.model.touch_scale = scale;
        variant_.model.wait_scale = wait;
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
    double wait = 1;
};

Try moved(Try at, int which, double factor) {
    if (which == 0) at.scale = std::clamp(at.scale * factor, 0.05, 20.0);
    if (which == 1) at.wait = std::clamp(at.wait * factor, 0.01, 1.2);
    return at;
}

double mean_log(Figures const& figures) {
    double sum = 0;
    for (auto const figure : kLevel) sum += std::log(figures[figure]);
    return sum / kLevel.size();
}

double mean_of(std::vector<double> const& values) {
    double mean = 0;
    for (double const value : values) mean += value / static_cast<double>(values.size());
    return mean;
}

// Standard deviation.
double scatter(std::vector<double> const& values) {
    double const mean = mean_of(values);
    double square = 0;
    for (double const value : values) square += (value - mean) * (value - mean);
    return values.size() < 2 ? 0 : std::sqrt(square / static_cast<double>(values.size() - 1));
}

Verdict verdict_of(BackTest const& test) {
    if (!std::ranges::all_of(test.headlines, &Headline::is_near)) return Verdict::off;
    if (!test.level) return Verdict::believable;
    if (test.level->chance > kMostChance) return Verdict::too_uncertain;
    // Where all waits are minutes, a sixth of them is nothing.
    bool const is_small = std::ranges::all_of(test.headlines, [](auto const& one) {
        return std::ranges::find(kLevel, one.figure) == kLevel.end() ||
               std::abs(one.simulated.mean - one.actual) <= tolerance(one.figure, one.actual);
    });
    return is_small || is_near(*test.level) ? Verdict::believable : Verdict::off;
}

// What the runs told, held against what was.
class Judge {
  public:
    // `learned`: as many tickets as the model was fitted on; they scatter as those of the test do.
    Judge(Figures const& actual, double tested, double learned)
        : actual_(actual), share_(std::sqrt(1 + tested / std::max(1.0, learned))) {}

    void see(Figures const& figures) {
        for (std::size_t i = 0; i < kHeadlines.size(); ++i)
            if (!std::isnan(figures[kHeadlines[i]])) values_[i].push_back(figures[kHeadlines[i]]);
        if (double const level = mean_log(figures); std::isfinite(level)) levels_.push_back(level);
    }

    std::vector<Headline> headlines() const {
        std::vector<Headline> out;
        for (std::size_t i = 0; i < kHeadlines.size(); ++i) {
            Headline one{.figure = kHeadlines[i], .actual = actual_[kHeadlines[i]], .simulated = band_of(values_[i])};
            if (std::isnan(one.actual) || one.simulated.n == 0) continue;
            double const apart = one.simulated.mean - one.actual;
            one.error = relative(apart, one.actual);
            // What is greater scatters by more; if chance made the two differ, either may be nearer to the truth.
            double const greater = std::max(1.0, one.actual / std::max(1e-9, one.simulated.mean));
            double const chance = std::hypot(scatter(values_[i]) * share_, kModelError * one.simulated.mean) * greater;
            one.error_low = relative(apart - kOfNine * chance, one.actual);
            one.error_high = relative(apart + kOfNine * chance, one.actual);
            one.tolerance = std::max(tolerance(one.figure, one.actual), kOfAll * chance);
            one.is_near = std::abs(apart) <= one.tolerance;
            one.is_in_band = one.actual >= one.simulated.low && one.actual <= one.simulated.high;
            out.push_back(one);
        }
        return out;
    }

    std::optional<Level> level() const {
        double const was = mean_log(actual_);
        if (!std::isfinite(was) || levels_.size() < 2) return std::nullopt;
        double const chance = std::hypot(scatter(levels_) * share_, kModelError);
        double const apart = mean_of(levels_) - was;
        return Level{std::expm1(apart), std::expm1(apart - kOfNine * chance), std::expm1(apart + kOfNine * chance),
                     chance};
    }

  private:
    static double relative(double apart, double actual) { return actual == 0 ? (apart == 0 ? 0 : 1) : apart / actual; }
    Figures actual_;
    double share_;
    std::array<std::vector<double>, kHeadlines.size()> values_;
    std::vector<double> levels_;
};

}  // namespace

bool is_near(Level const& level) { return std::abs(std::log1p(level.error)) <= std::log1p(kTolerance); }

Result<void> calibrate(DeskModel& model, std::uint64_t seed, Going const& going) {
    auto const until = model.now - days{kTestDays};
    if (came_between(model, model.history_from, until) < kLeastTickets) return {};
    Fit fit(model, until, seed);
    Try best;
    double least = fit.loss(best.scale, best.wait);
    int steps = 0;
    // Where to begin: long times and slow people look alike from far away, so both are looked at from afar first.
    Try const start = best;
    for (double const scale : {0.2, 0.35, 0.5, 0.7, 1.0, 1.4, 2.0})
        for (double const slow : {1.0, 0.9, 0.8, 0.65, 0.5, 0.3, 0.1}) {
            auto const next = moved(moved(start, 0, scale), 1, slow);
            double const loss = fit.loss(next.scale, next.wait);
            if (loss >= least) continue;
            least = loss;
            best = next;
        }
    for (double const factor : kFactors)
        for (int turn = 0; turn < 2; ++turn)
            for (int which = 0; which < 2; ++which) {
                for (double const by : {factor, 1 / factor}) {
                    auto const next = moved(best, which, by);
                    double const loss = fit.loss(next.scale, next.wait);
                    if (loss >= least) continue;
                    least = loss;
                    best = next;
                    break;
                }
                if (going && !going(++steps / (kFactors.size() * 4.0))) return stopped();
            }
    model.touch_scale = best.scale;
    model.wait_scale = best.wait;
    return {};
}

Result<BackTest> back_test(DeskModel const& model, int runs, std::uint64_t seed, Going const& going) {
    BackTest out;
    out.until = model.now;
    out.from = model.now - days{kTestDays};
    out.tickets = came_between(model, out.from, out.until);
    if (out.tickets < kLeastTickets || came_between(model, model.history_from, out.from) < kLeastTickets) return out;
    auto const variant = as_it_was(model);
    Donors const donors(variant.model, out.from);
    auto const clocks = clocks_for(model, model.history_from, model.now + days{30});
    auto const actual = figures_of_past(model, clocks, out.from, out.until);
    Judge judge(actual, static_cast<double>(out.tickets),
                static_cast<double>(came_between(model, fitted_from(model, out.from), out.from)));
    double worked = 0;
    for (int run = 0; run < runs; ++run) {
        auto const life = draw_past(variant, donors, clocks, out.from, out.until,
                                    {seed, static_cast<std::uint64_t>(run) + 2'000'000});
        auto const figures = figures_of(life, live(life));
        worked += figures[Figure::hours];
        judge.see(figures);
        if (going && !going(static_cast<double>(run + 1) / runs)) return stopped();
    }
    out.runs = static_cast<std::size_t>(runs);
    out.headlines = judge.headlines();
    out.level = judge.level();
    out.verdict = worked <= 0 ? Verdict::nobody_works : verdict_of(out);
    return out;
}

}  // namespace lotse::insight
