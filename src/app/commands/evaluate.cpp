// SPDX-License-Identifier: Apache-2.0
#include "app/commands/evaluate.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <iostream>

#include "app/commands/commands.h"
#include "app/table_reader.h"
#include "app/terminal.h"
#include "base/json.h"
#include "base/text.h"

namespace lotse::app {
namespace {

constexpr std::size_t kMostRows = 500000;

Result<std::vector<triage::EvaluationRow>> read_rows(EvaluateCommand const& command, std::string const& path);
std::optional<Instant> time_from(std::string_view text);
void print_summary(triage::Evaluation const& result, std::ostream& out);
void print_gate(triage::Evaluation const& result, std::ostream& out);
void print_reliability(triage::Evaluation const& result, std::ostream& out);
void print_confusions(triage::Evaluation const& result, std::ostream& out);
void print_curve(triage::Evaluation const& result, std::ostream& out);
std::string percent(double share) { return fmt::format("{:.1f} %", share * 100); }

}  // namespace

void add_evaluate(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<EvaluateCommand>();
    auto* command = app.add_subcommand("evaluate", "See what triage would have done on a history of your own");
    command->add_option("file", options->file, "Table: .csv, .tsv or .jsonl, each also .gz")->required();
    command->add_option("--text", options->text, "Columns with the words; of two the first is the subject")
        ->required()
        ->delimiter(',');
    command->add_option("--label", options->label, "Column with what people decided (queue, category, ...)")
        ->required();
    command->add_option("--time", options->time, "Column with the time: the older rows train, the newer ones test");
    auto* train = command->add_option("--train", options->train_percent, "Share of the rows to train on, in percent")
                      ->check(CLI::Range(10, 95))
                      ->capture_default_str();
    command->add_option("--test", options->test_file, "Test on this table instead of a part of FILE")->excludes(train);
    command->add_flag("--json", options->json, "One JSON object for programs");
    command->footer(
        "Nothing is stored and nothing leaves this machine.\n"
        "Example:  lotse evaluate tickets.csv --text subject,description --label queue --time created_at");
    command->callback([options, &exit_code] { exit_code = finish(run_evaluate(*options, std::cout)); });
}

Result<void> run_evaluate(EvaluateCommand const& command, std::ostream& out) {
    TRY(auto rows, read_rows(command, command.file));
    triage::EvaluationSplit split;
    if (command.test_file.empty()) {
        split = triage::split_rows(std::move(rows), command.train_percent);
    } else {
        // 100 % puts the rows into one order and leaves out the empty ones.
        split = triage::split_rows(std::move(rows), 100);
        TRY(auto test, read_rows(command, command.test_file));
        split.test = triage::split_rows(std::move(test), 0).test;
    }
    Progress bar("training and testing");
    auto const result =
        triage::evaluate(split, {}, [&](double done) { bar.show(static_cast<std::size_t>(done * 1000), 1000); });
    bar.finish();
    if (!result) return result.error();
    if (command.json) {
        fmt::print(out, "{}\n", to_string(to_json(*result)));
        return {};
    }
    print_summary(*result, out);
    print_gate(*result, out);
    print_reliability(*result, out);
    print_confusions(*result, out);
    print_curve(*result, out);
    return {};
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

namespace {

Result<std::vector<triage::EvaluationRow>> read_rows(EvaluateCommand const& command, std::string const& path) {
    auto wanted = command.text;
    wanted.push_back(command.label);
    if (!command.time.empty()) wanted.push_back(command.time);
    TRY(auto reader, TableReader::open(path, wanted));
    Progress bar("reading " + path);
    std::vector<triage::EvaluationRow> rows;
    auto const texts = command.text.size();
    for (;;) {
        TRY(auto row, reader.next());
        if (!row) return rows;
        if (rows.size() == kMostRows)
            return too_large("evaluate.rows",
                             fmt::format("{} has more than {} rows. A part of them tells as much.", path, kMostRows));
        triage::EvaluationRow made;
        for (std::size_t i = 0; i < texts; ++i) {
            if (i == 0 && texts > 1) made.subject = std::move(row->fields[i]);
            else made.text += (made.text.empty() ? "" : "\n") + row->fields[i];
        }
        made.label = trim(row->fields[texts]);
        if (!command.time.empty()) {
            made.at = time_from(row->fields[texts + 1]);
            if (!made.at)
                return invalid("evaluate.time",
                               fmt::format("Line {}, column '{}': '{}' is not a time. Write 2026-11-25 or "
                                           "2026-11-25T18:20:00Z, or leave --time out.",
                                           row->line, command.time, std::string(cut_utf8(row->fields[texts + 1], 40))));
        }
        rows.push_back(std::move(made));
        bar.show(static_cast<std::size_t>(reader.progress() * 1000), 1000);
    }
}

// RFC 3339, or "2026-11-25", "2026-11-25 18:20[:00]", "25.11.2026 18:20", or seconds since 1970. Only the order
// counts, so a time without zone is taken as UTC.
std::optional<Instant> time_from(std::string_view text) {
    auto const value = trim(text);
    if (auto const seconds = to_int(value); seconds && value.size() >= 8) {
        auto const scale = value.size() >= 16 ? 1 : value.size() >= 12 ? 1000 : 1000000;
        return *seconds > INT64_MAX / 2000000 * (1000000 / scale) ? std::nullopt
                                                                  : std::optional(instant(*seconds * scale));
    }
    std::string iso(value);
    if (iso.size() >= 10 && iso[2] == '.' && iso[5] == '.')
        iso = iso.substr(6, 4) + "-" + iso.substr(3, 2) + "-" + iso.substr(0, 2) + iso.substr(10);
    if (iso.size() > 10 && iso[10] == ' ') iso[10] = 'T';
    if (iso.size() == 10) iso += "T00:00:00";
    if (iso.size() == 16) iso += ":00";
    if (auto const parsed = parse_rfc3339(iso)) return *parsed;
    if (auto const parsed = parse_rfc3339(iso + "Z")) return *parsed;
    return std::nullopt;
}

std::string bar_of(double share, std::size_t width = 30) {
    std::string out;
    auto const full = static_cast<std::size_t>(share * static_cast<double>(width) + 0.5);
    for (std::size_t i = 0; i < width; ++i) out += i < full ? "█" : "·";
    return out;
}

void print_summary(triage::Evaluation const& result, std::ostream& out) {
    fmt::print(out, "{}\n", paint(Colour::bold, fmt::format("Triage on {} rows it had never seen", result.test_rows)));
    fmt::print(out, "trained on {} rows with {} labels; {}\n\n", result.train_rows, result.classes,
               result.is_by_time ? "the newest rows test" : "each label split alike");
    fmt::print(out, "  accuracy          {} {}  (95 % interval {} to {})\n", bar_of(result.accuracy),
               paint(Colour::bold, percent(result.accuracy)), percent(result.accuracy_interval.low),
               percent(result.accuracy_interval.high));
    fmt::print(out, "  macro F1          {} {}\n", bar_of(result.macro_f1), percent(result.macro_f1));
    fmt::print(out, "  always '{}' {} {}\n", fit(result.majority_label, 9), bar_of(result.majority_accuracy),
               percent(result.majority_accuracy));
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
}  // namespace lotse::app
