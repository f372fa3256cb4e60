// SPDX-License-Identifier: Apache-2.0
#include "insight/wait_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>

#include "base/must.h"

namespace lotse::insight {
namespace {

constexpr double kPenalty = 10;
constexpr double kLongest = 12;  // log(1 + hours): 18 years
constexpr std::int64_t kEnough = 100;  // ends that a curve of its own needs
constexpr int kSteps = 400;
constexpr double kRare = 3;
// A busy desk is judged by its last two weeks; a quiet one by as many more as it takes.
constexpr std::array<int, 4> kWindows{14, 28, 56, 90};
constexpr double kHalvings = 14.0 / 3;  // of the weight within a window: every three days of fourteen

double log_hours(Duration span) {
    return std::log1p(std::max(0.0, std::chrono::duration<double, std::ratio<3600>>(span).count()));
}

Duration from_log(double value) {
    double const hours = std::expm1(std::clamp(value, 0.0, kLongest));
    return std::chrono::ceil<Duration>(std::chrono::duration<double, std::ratio<3600>>(hours));
}

// A case as it stood at the time of the fit.
struct Seen {
    WaitCase const* one = nullptr;
    bool is_done = false;
    double log_open = 0;  // log(1 + open hours) till done, or till now
    std::vector<double> row;
    double expected = 0;
};

std::vector<Seen> see(std::span<WaitCase const> cases, Instant now) {
    std::vector<Seen> out;
    for (auto const& one : cases) {
        must(one.calendar != nullptr, "a case has a calendar");
        if (one.opened_at >= now) continue;
        bool const is_done = one.done_at && *one.done_at <= now;
        auto const end = is_done ? *one.done_at : now;
        out.push_back({&one, is_done, log_hours(domain::open_time_between(*one.calendar, one.opened_at, end)), {}, 0});
    }
    std::ranges::stable_sort(out, {}, [](Seen const& seen) { return seen.one->opened_at; });
    return out;
}

// Gives each case its row, and the means as they stand at the end.
WaitMeans walk(std::vector<Seen>& seen, std::size_t fields) {
    auto const later = [](Seen const* a, Seen const* b) { return *a->one->done_at > *b->one->done_at; };
    std::priority_queue<Seen const*, std::vector<Seen const*>, decltype(later)> ends(later);
    WaitMeans means(fields);
    auto const take = [&] {
        means.add(ends.top()->one->facts, ends.top()->log_open);
        ends.pop();
    };
    for (auto& one : seen) {
        while (!ends.empty() && *ends.top()->one->done_at <= one.one->opened_at) take();
        one.row = means.row(one.one->facts);
        if (one.is_done) ends.push(&one);
    }
    while (!ends.empty()) take();
    return means;
}

double dot(std::vector<double> const& weights, std::vector<double> const& row) {
    if (weights.size() != row.size()) return 0;
    return std::clamp(std::inner_product(weights.begin(), weights.end(), row.begin(), 0.0), 0.0, kLongest);
}

int choose_window(std::vector<Seen> const& seen, Instant now) {
    for (int const days : kWindows) {
        auto const from = now - std::chrono::days{days};
        if (std::ranges::count_if(seen, [&](Seen const& one) { return one.is_done && *one.one->done_at > from; }) >=
            kEnough)
            return days;
    }
    return kWindows.back();
}

// The case within the window, in units of the regression's error. What was open when the window began enters late.
std::optional<Exposure> exposure_of(Seen const& seen, Instant from, Instant now, int days) {
    auto const& one = *seen.one;
    if (seen.is_done && *one.done_at <= from) return std::nullopt;
    Exposure out;
    if (one.opened_at < from)
        out.entered = log_hours(domain::open_time_between(*one.calendar, one.opened_at, from)) - seen.expected;
    out.left = seen.log_open - seen.expected;
    out.has_ended = seen.is_done;
    double const age = std::chrono::duration<double, std::ratio<86400>>(now - one.opened_at).count();
    out.weight = std::max(1e-9, std::exp2(-age * kHalvings / days));
    return out;
}

}  // namespace

WaitModel WaitModel::fit(std::span<WaitCase const> cases, std::size_t fields, Instant now) {
    WaitModel out;
    out.fitted_at_ = now;
    auto seen = see(cases, now);
    out.means_ = walk(seen, fields);
    std::vector<std::vector<double>> rows;
    std::vector<double> targets;
    for (auto const& one : seen) {
        if (!one.is_done) continue;
        rows.push_back(one.row);
        targets.push_back(one.log_open);
    }
    out.weights_ = fit_ridge(rows, targets, kPenalty);
    out.window_days_ = choose_window(seen, now);
    auto const from = now - std::chrono::days{out.window_days_};
    std::vector<std::pair<double, Exposure>> window;  // with what was expected
    for (auto& one : seen) {
        one.expected = dot(out.weights_, one.row);
        auto const exposure = exposure_of(one, from, now, out.window_days_);
        if (!exposure) continue;
        window.emplace_back(one.expected, *exposure);
        out.ended_ += one.is_done ? 1 : 0;
    }
    std::ranges::sort(window, {}, [](auto const& one) { return one.first; });
    if (!window.empty()) out.edges_ = {window[window.size() / 3].first, window[window.size() * 2 / 3].first};
    std::vector<Exposure> all;
    std::array<std::vector<Exposure>, 3> groups;
    for (auto const& [expected, exposure] : window) {
        all.push_back(exposure);
        groups[out.group_of(expected)].push_back(exposure);
    }
    out.all_ = Survival::estimate(std::move(all)).thinned(kSteps);
    for (std::size_t i = 0; i < groups.size(); ++i)
        if (std::ranges::count(groups[i], true, &Exposure::has_ended) >= kEnough)
            out.groups_[i] = Survival::estimate(std::move(groups[i])).thinned(kSteps);
    out.means_.forget_rare(kRare);
    return out;
}

std::optional<Duration> WaitModel::quantile(WaitFacts const& facts, double share, Duration passed) const {
    if (ended_ < kLeastEnded || facts.values.size() != fields()) return std::nullopt;
    double const expected = expect(facts);
    // A new ticket is one more than were seen: the correction of conformal prediction for few of them.
    double const asked = std::min(share * (1 + 1 / static_cast<double>(ended_)), (1 + share) / 2);
    // What has just begun has survived nothing yet, whatever the error of "at once" would be.
    double const survived =
        passed > Duration::zero() ? log_hours(passed) - expected : -std::numeric_limits<double>::infinity();
    auto error = groups_[group_of(expected)].quantile_beyond(asked, survived);
    if (!error) error = all_.quantile_beyond(asked, survived);
    if (!error) return std::nullopt;
    return std::max(from_log(expected + *error), passed);
}

double WaitModel::expect(WaitFacts const& facts) const { return dot(weights_, means_.row(facts)); }

std::size_t WaitModel::group_of(double expected) const {
    return expected < edges_[0] ? 0 : expected < edges_[1] ? 1 : 2;
}

}  // namespace lotse::insight
