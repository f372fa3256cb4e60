// SPDX-License-Identifier: Apache-2.0
#include "insight/wait_features.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <queue>

#include "base/must.h"

namespace lotse::insight {
namespace {

// So many tickets of the mean stand beside those of a value.
constexpr double kPrior = 20;
constexpr double kUnknownMean = 2;  // log(1 + 6.4 h), before anything has ended

// Solves a * x = b for a symmetric positive definite `a` (Cholesky); zeros where it is none.
std::vector<double> solve(std::vector<std::vector<double>> a, std::vector<double> b) {
    std::size_t const n = b.size();
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double sum = a[i][j];
            for (std::size_t k = 0; k < j; ++k) sum -= a[i][k] * a[j][k];
            if (i == j && !(sum > 1e-12)) return std::vector<double>(n, 0.0);
            a[i][j] = i == j ? std::sqrt(sum) : sum / a[j][j];
        }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k) b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k) b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

}  // namespace

std::vector<std::int64_t> open_before(std::span<WaitCase const> cases, std::size_t field) {
    std::vector<std::size_t> order(cases.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return cases[i].opened_at; });
    std::map<std::string_view, std::priority_queue<Instant, std::vector<Instant>, std::greater<>>> open;
    std::vector<std::int64_t> out(cases.size(), 0);
    for (auto const i : order) {
        auto& ends = open[cases[i].facts.values.at(field)];
        while (!ends.empty() && ends.top() <= cases[i].opened_at) ends.pop();
        out[i] = static_cast<std::int64_t>(ends.size());
        ends.push(cases[i].done_at.value_or(Instant::max()));
    }
    return out;
}

void WaitMeans::add(WaitFacts const& facts, double log_hours) {
    must(facts.values.size() == fields_.size(), "a ticket has a value for each field");
    all_.count += 1;
    all_.sum += log_hours;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        if (facts.values[i].empty()) continue;
        auto& sum = fields_[i][facts.values[i]];
        sum.count += 1;
        sum.sum += log_hours;
    }
}

std::vector<double> WaitMeans::row(WaitFacts const& facts) const {
    must(facts.values.size() == fields_.size(), "a ticket has a value for each field");
    double const mean = all_.count > 0 ? all_.sum / all_.count : kUnknownMean;
    std::vector<double> out{1, mean};
    for (std::size_t i = 0; i < fields_.size(); ++i) {
        auto const found = fields_[i].find(facts.values[i]);
        auto const sum = found == fields_[i].end() ? Sum{} : found->second;
        out.push_back((sum.sum + kPrior * mean) / (sum.count + kPrior) - mean);
    }
    out.push_back(std::log1p(static_cast<double>(std::max<std::int64_t>(0, facts.load))));
    return out;
}

void WaitMeans::forget_rare(double least) {
    for (auto& values : fields_) std::erase_if(values, [&](auto const& one) { return one.second.count < least; });
}

WaitMeans WaitMeans::from(Sum all, std::vector<Values> fields) {
    WaitMeans out;
    out.all_ = all;
    out.fields_ = std::move(fields);
    return out;
}

std::vector<double> fit_ridge(std::span<std::vector<double> const> rows, std::span<double const> targets,
                              double penalty) {
    if (rows.empty()) return {};
    std::size_t const width = rows.front().size();
    std::vector<std::vector<double>> squares(width, std::vector<double>(width, 0.0));
    std::vector<double> sums(width, 0.0);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t i = 0; i < width; ++i) {
            sums[i] += rows[row][i] * targets[row];
            for (std::size_t j = 0; j <= i; ++j) squares[i][j] += rows[row][i] * rows[row][j];
        }
    for (std::size_t i = 1; i < width; ++i) squares[i][i] += penalty;
    return solve(std::move(squares), std::move(sums));
}

}  // namespace lotse::insight
