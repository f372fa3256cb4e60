// SPDX-License-Identifier: Apache-2.0
#include "gate/simulation.h"

#include <algorithm>
#include <optional>
#include <random>
#include <vector>

namespace lotse::gate {
namespace {

// The lowest threshold at which the share of right rows reaches the precision; none if there is none.
std::optional<double> lowest_reaching(std::vector<Row> rows, double precision) {
    std::sort(rows.begin(), rows.end(), [](Row const& a, Row const& b) { return a.score > b.score; });
    std::optional<double> out;
    double right = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        right += rows[i].is_right ? 1 : 0;
        bool const is_last_of_ties = i + 1 == rows.size() || rows[i + 1].score < rows[i].score;
        if (is_last_of_ties && right / static_cast<double>(i + 1) >= precision) out = rows[i].score;
    }
    return out;
}

double share_from(std::span<Row const> rows, std::optional<double> threshold) {
    if (!threshold || rows.empty()) return 0;
    auto const count = std::count_if(rows.begin(), rows.end(), [&](Row const& row) { return row.score >= *threshold; });
    return static_cast<double>(count) / static_cast<double>(rows.size());
}

void add(Yield& yield, std::span<Row const> future, std::optional<double> threshold, double precision) {
    if (!threshold) return;
    ++yield.acting;
    std::size_t rows = 0;
    std::size_t right = 0;
    for (auto const& row : future) {
        if (row.score < *threshold) continue;
        ++rows;
        right += row.is_right ? 1 : 0;
    }
    yield.coverage += static_cast<double>(rows) / static_cast<double>(future.size());
    yield.broken += rows > 0 && static_cast<double>(right) < precision * static_cast<double>(rows) ? 1 : 0;
}

void finish(Yield& yield, int splits) {
    yield.coverage /= splits;
    yield.broken_interval = wilson(static_cast<std::size_t>(yield.broken), static_cast<std::size_t>(splits));
}

}  // namespace

Simulation simulate(std::span<Row const> training, std::span<Row const> judged, SimulationOptions const& options) {
    Simulation out;
    out.evidence_rows = std::min(options.evidence_rows, judged.size() / 2);
    out.future_rows = judged.size() - out.evidence_rows;
    if (out.evidence_rows == 0 || options.splits <= 0) return out;
    out.splits = options.splits;
    auto const precision = options.target.precision;
    auto const thresholds = plan_thresholds(training, options.target);
    std::vector<Row> rows(judged.begin(), judged.end());
    std::mt19937_64 random(options.seed);
    for (int split = 0; split < options.splits; ++split) {
        std::shuffle(rows.begin(), rows.end(), random);
        auto const evidence = std::span(rows).first(out.evidence_rows);
        auto const future = std::span(rows).subspan(out.evidence_rows);
        Proof proof(options.target, thresholds);
        for (auto const& row : evidence) proof.observe(row);
        add(out.gate, future, proof.earned(), precision);
        add(out.slider, future, lowest_reaching({evidence.begin(), evidence.end()}, precision), precision);
        out.oracle_coverage += share_from(future, lowest_reaching({future.begin(), future.end()}, precision));
    }
    finish(out.gate, out.splits);
    finish(out.slider, out.splits);
    out.oracle_coverage /= out.splits;
    return out;
}

}  // namespace lotse::gate
