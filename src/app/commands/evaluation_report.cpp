// SPDX-License-Identifier: Apache-2.0
#include "app/commands/evaluation_report.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/terminal.h"

namespace lotse::app {

std::string percent(double share) { return fmt::format("{:.1f} %", share * 100); }

std::string bar_of(double share, std::size_t width) {
    std::string out;
    auto const full = static_cast<std::size_t>(share * static_cast<double>(width) + 0.5);
    for (std::size_t i = 0; i < width; ++i) out += i < full ? "█" : "·";
    return out;
}

namespace {

void print_summary(triage::Evaluation const& result, std::ostream& out) {
    fmt::print(out, "{}\n", paint(Colour::bold, fmt::format("Triage on {} rows it had never seen", result.test_rows)));
    fmt::print(out, "trained on {} rows with {} labels; {}\n\n", result.train_rows, result.classes,
               result.is_by_time ? "the newest rows test" : "each label split alike");
    fmt::print(out, "  accuracy          {} {}  (95 % interval {} to {})\n", bar_of(result.accuracy),
               paint(Colour::bold, percent(result.accuracy)), percent(result.accuracy_interval.low),
               percent(result.accuracy_interval.high));
    fmt::print(out, "  macro F1          {} {}\n", bar_of(result.macro_f1), percent(result.macro_f1));
    fmt::print(out, "  always {} {} {}\n", fit(fmt::format("'{}'", result.majority_label), 11),
               bar_of(result.majority_accuracy), percent(result.majority_accuracy));
    fmt::print(out, "  calibration error {:.3f}  (stated confidences are off by {:.1f} points on average)\n",
               result.ece, result.ece * 100);
    if (result.unseen_labels > 0)
        fmt::print(out, "  {} test rows have a label that never occurs in training; they count as wrong\n",
                   result.unseen_labels);
    if (result.repeated_rows > 0)
        fmt::print(out, "  {} test rows repeat the words of a training row; they make the figures look better\n",
                   result.repeated_rows);
}

void print_gate(triage::Evaluation const& result, std::ostream& out) {
    if (result.gate.empty()) return;
    auto const& first = result.gate.front().simulation;
    fmt::print(out, "\n{}\n", paint(Colour::bold, "What it would have earned"));
    fmt::print(out, "{} blind decisions as evidence, {} rows as future, dealt anew {} times\n", first.evidence_rows,
               first.future_rows, first.splits);
    std::vector<std::vector<std::string>> rows;
    for (auto const& one : result.gate) {
        auto const& s = one.simulation;
        auto const broken = [&](gate::Yield const& yield) {
            return fmt::format("{} (up to {})", percent(static_cast<double>(yield.broken) / s.splits),
                               percent(yield.broken_interval.high));
        };
        rows.push_back({fmt::format("{:.0f} %", one.wanted_precision * 100), percent(s.gate.coverage), broken(s.gate),
                        percent(s.slider.coverage), broken(s.slider), percent(s.oracle_coverage)});
    }
    fmt::print(out, "{}",
               table({"wanted", "gate acts on", "missed it in", "a slider", "missed it in", "hindsight"}, rows));
}

void print_reliability(triage::Evaluation const& result, std::ostream& out) {
    fmt::print(out, "\n{}\n", paint(Colour::bold, "Stated confidence, and how many were right"));
    for (auto const& bin : result.reliability)
        if (bin.rows > 0)
            fmt::print(out, "  {:>6} {} {:>7}  ({} rows)\n", percent(bin.confidence), bar_of(bin.accuracy),
                       percent(bin.accuracy), bin.rows);
}

void print_confusions(triage::Evaluation const& result, std::ostream& out) {
    if (result.confusions.empty()) return;
    fmt::print(out, "\n{}\n", paint(Colour::bold, "Most frequent mistakes"));
    std::vector<std::vector<std::string>> rows;
    for (auto const& one : result.confusions)
        rows.push_back({std::to_string(one.rows), one.truth, one.predicted.empty() ? "(nothing)" : one.predicted});
    fmt::print(out, "{}", table({"rows", "people said", "triage said"}, rows));
}

void print_curve(triage::Evaluation const& result, std::ostream& out) {
    if (result.curve.size() < 2) return;
    fmt::print(out, "\n{}\n", paint(Colour::bold, "What more history brings"));
    for (auto const& one : result.curve)
        fmt::print(out, "  {:>3} %  {:>7} rows {} {}\n", one.percent, one.rows, bar_of(one.accuracy),
                   percent(one.accuracy));
}

}  // namespace

void print_evaluation(triage::Evaluation const& result, std::ostream& out) {
    print_summary(result, out);
    print_gate(result, out);
    print_reliability(result, out);
    print_confusions(result, out);
    print_curve(result, out);
}

namespace {

JsonObject to_json(gate::Yield const& yield, int splits) {
    return JsonObject{{"coverage", yield.coverage},
                      {"acting", yield.acting},
                      {"broken", yield.broken},
                      {"broken_share", splits > 0 ? static_cast<double>(yield.broken) / splits : 0.0},
                      {"broken_low", yield.broken_interval.low},
                      {"broken_high", yield.broken_interval.high}};
}

}  // namespace

JsonObject to_json(triage::Evaluation const& result) {
    JsonObject out{{"accuracy", result.accuracy},
                   {"accuracy_low", result.accuracy_interval.low},
                   {"accuracy_high", result.accuracy_interval.high},
                   {"macro_f1", result.macro_f1},
                   {"ece", result.ece},
                   {"train_rows", result.train_rows},
                   {"test_rows", result.test_rows},
                   {"classes", result.classes},
                   {"split", result.is_by_time ? "time" : "label"},
                   {"unseen_labels", result.unseen_labels},
                   {"repeated_rows", result.repeated_rows},
                   {"majority", JsonObject{{"label", result.majority_label}, {"accuracy", result.majority_accuracy}}}};
    JsonObject coverage;
    JsonObject earned;
    for (auto const& one : result.gate) {
        auto const& simulation = one.simulation;
        auto const key = fmt::format("{:.2f}", one.wanted_precision);
        coverage[key] = simulation.gate.coverage;
        earned[key] = JsonObject{{"splits", simulation.splits},
                                 {"evidence_rows", simulation.evidence_rows},
                                 {"future_rows", simulation.future_rows},
                                 {"oracle_coverage", simulation.oracle_coverage},
                                 {"gate", to_json(simulation.gate, simulation.splits)},
                                 {"slider", to_json(simulation.slider, simulation.splits)}};
    }
    out["coverage"] = std::move(coverage);
    out["gate"] = std::move(earned);
    JsonArray reliability;
    for (auto const& bin : result.reliability)
        reliability.push_back(
            JsonObject{{"rows", bin.rows}, {"confidence", bin.confidence}, {"accuracy", bin.accuracy}});
    out["reliability"] = std::move(reliability);
    JsonArray confusions;
    for (auto const& one : result.confusions)
        confusions.push_back(JsonObject{{"label", one.truth}, {"predicted", one.predicted}, {"rows", one.rows}});
    out["confusions"] = std::move(confusions);
    JsonArray classes;
    for (auto const& one : result.by_class)
        classes.push_back(JsonObject{{"label", one.label},
                                     {"train_rows", one.train_rows},
                                     {"test_rows", one.test_rows},
                                     {"precision", one.precision},
                                     {"recall", one.recall},
                                     {"f1", one.f1}});
    out["by_class"] = std::move(classes);
    JsonArray curve;
    for (auto const& one : result.curve)
        curve.push_back(JsonObject{{"percent", one.percent}, {"rows", one.rows}, {"accuracy", one.accuracy}});
    out["learning_curve"] = std::move(curve);
    return out;
}

}  // namespace lotse::app
