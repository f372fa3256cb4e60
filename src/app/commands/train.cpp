// SPDX-License-Identifier: Apache-2.0
#include "app/commands/train.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/evaluation_report.h"
#include "app/commands/train_rows.h"
#include "app/terminal.h"
#include "base/text.h"
#include "desk/audit.h"
#include "desk/categories.h"
#include "desk/category_by_label.h"
#include "desk/train_model.h"
#include "triage/linear_model.h"

namespace lotse::app {
namespace {

constexpr std::size_t kLeastRows = 25;  // as desk/train_model
constexpr std::size_t kNamed = 12;  // unknown labels that an error shows

struct Options : TrainCommand {
    DataOptions data;
};

// What the file calls a category -> our key; "" for one that is left out.
using Keys = std::map<std::string, std::string>;

std::string list_of(std::vector<std::pair<std::string, Seen>> unknown) {
    std::ranges::sort(unknown, [](auto const& a, auto const& b) { return a.second.rows > b.second.rows; });
    std::string out;
    for (std::size_t i = 0; i < std::min(kNamed, unknown.size()); ++i)
        out += fmt::format("{}'{}' ({} rows, first on line {})", i == 0 ? "" : ", ", cut_utf8(unknown[i].first, 60),
                           unknown[i].second.rows, unknown[i].second.line);
    return unknown.size() > kNamed ? out + fmt::format(" and {} more", unknown.size() - kNamed) : out;
}

Result<std::vector<std::string>> create(desk::Desk& desk, domain::TenantScope const& scope,
                                        std::vector<domain::Category>& known,
                                        std::vector<std::pair<std::string, Seen>> const& unknown, Keys& keys) {
    std::vector<std::string> made_keys;
    Progress bar("adding categories");
    for (auto const& [label, seen] : unknown) {
        // Two labels may differ by case alone.
        if (auto const* found = desk::find_by_label(known, label)) {
            keys[label] = found->key;
            continue;
        }
        desk::CategoryFields fields;
        fields.key = desk::key_for(known, label);
        fields.name = std::string(cut_utf8(label, 100));
        TRY(auto made, desk::make_category(desk, access::operator_of(scope.tenant()), fields, {}));
        keys[label] = made.value.key;
        made_keys.push_back(made.value.key);
        known.push_back(std::move(made.value));
        bar.show(made_keys.size(), unknown.size());
    }
    bar.finish();
    return made_keys;
}

struct Mapping {
    Keys keys;
    std::vector<std::string> created;
};

Result<Mapping> map_categories(TrainCommand const& command, TrainRows const& read, desk::Desk& desk,
                               domain::TenantScope const& scope) {
    Mapping out;
    if (read.categories.size() > triage::kMaxClasses)
        return too_large("train.classes",
                         fmt::format("The column has {} different categories; a model tells at most {} "
                                     "apart. Is it the right column?",
                                     read.categories.size(), triage::kMaxClasses));
    TRY(auto known, desk::list_categories(desk, scope));
    std::vector<std::pair<std::string, Seen>> unknown;
    for (auto const& [label, seen] : read.categories) {
        if (auto const* found = desk::find_by_label(known, label)) out.keys[label] = found->key;
        else unknown.emplace_back(label, seen);
    }
    if (unknown.empty()) return out;
    if (command.creates_categories) {
        TRY(out.created, create(desk, scope, known, unknown, out.keys));
        return out;
    }
    if (command.skips_unknown) return out;
    return invalid(
        "train.categories",
        fmt::format("The desk does not know {}. Add them with --create-categories, leave their rows out with "
                    "--skip-unknown, or call them in the file as the desk does (key or name).",
                    list_of(std::move(unknown))));
}

struct Timed {
    desk::History history;
    std::vector<Instant> times;  // of its examples
};

// Oldest first where there is a time.
Timed history_of(TrainRows& read, Mapping const& mapping, bool is_by_time, std::size_t& left_out) {
    Timed out;
    out.history.is_by_time = is_by_time;
    if (is_by_time) std::ranges::stable_sort(read.rows, {}, &TrainRow::at);
    for (auto& row : read.rows) {
        triage::TrainingExample example;
        if (auto const found = mapping.keys.find(row.category); found != mapping.keys.end())
            example.category = found->second;
        example.type = row.type;
        if (example.category.empty() && example.type.empty()) {
            ++left_out;
            continue;
        }
        example.input.subject = std::move(row.subject);
        example.input.new_text = std::move(row.text);
        out.history.examples.push_back(std::move(example));
        out.times.push_back(row.at);
    }
    return out;
}

// Held out by time or by a stable hash, as `lotse evaluate` does; nothing for a field with one value.
Result<std::optional<triage::Evaluation>> report_on(Timed const& timed, std::string triage::TrainingExample::* label) {
    auto const& history = timed.history;
    std::vector<triage::EvaluationRow> out;
    for (std::size_t i = 0; i < history.examples.size(); ++i) {
        auto const& example = history.examples[i];
        if ((example.*label).empty()) continue;
        triage::EvaluationRow row{example.input.subject, example.input.new_text, example.*label, {}};
        if (history.is_by_time) row.at = timed.times[i];
        out.push_back(std::move(row));
    }
    if (out.empty()) return std::optional<triage::Evaluation>();
    auto const split = triage::split_rows(std::move(out), 80);
    Progress bar("training and testing");
    triage::EvaluateOptions options;
    options.has_curve = false;
    auto result =
        triage::evaluate(split, options, [&](double done) { bar.show(static_cast<std::size_t>(done * 1000), 1000); });
    bar.finish();
    if (!result) return result.error();
    return std::optional(*std::move(result));
}

struct Outcome {
    desk::Training training;
    std::optional<triage::Evaluation> category;
    std::optional<triage::Evaluation> type;
    Mapping mapping;
    std::size_t rows = 0;
    std::size_t unlabelled = 0;
    std::size_t left_out = 0;
};

void print_json(Outcome const& outcome, std::ostream& out) {
    JsonArray created;
    for (auto const& key : outcome.mapping.created) created.emplace_back(key);
    auto const& verdict = outcome.training.verdict;
    JsonObject object{{"version", outcome.training.version},
                      {"serves", outcome.training.serves},
                      {"serving_before", outcome.training.serving_before},
                      {"rows", outcome.rows},
                      {"unlabelled", outcome.unlabelled},
                      {"left_out", outcome.left_out},
                      {"own_examples", outcome.training.own_examples},
                      {"created_categories", std::move(created)},
                      {"held_out", verdict.examples},
                      {"candidate_accuracy", verdict.candidate_accuracy},
                      {"serving_accuracy", verdict.serving_accuracy}};
    object["category"] = outcome.category ? Json(to_json(*outcome.category)) : Json(nullptr);
    object["type"] = outcome.type ? Json(to_json(*outcome.type)) : Json(nullptr);
    fmt::print(out, "{}\n", to_string(object));
}

void print_words(Outcome const& outcome, std::ostream& out) {
    auto const part = [&](char const* name, std::optional<triage::Evaluation> const& evaluation) {
        if (!evaluation) return;
        fmt::print(out, "{}\n", paint(Colour::blue, name));
        print_evaluation(*evaluation, out);
        fmt::print(out, "\n");
    };
    part("category", outcome.category);
    part("type", outcome.type);
    if (outcome.unlabelled > 0) fmt::print(out, "{} rows without label or words were left out.\n", outcome.unlabelled);
    if (outcome.left_out > 0) fmt::print(out, "{} rows with an unknown category were left out.\n", outcome.left_out);
    if (!outcome.mapping.created.empty())
        fmt::print(out, "{} {} added.\n", outcome.mapping.created.size(),
                   outcome.mapping.created.size() == 1 ? "category was" : "categories were");
    auto const& [version, before, verdict, own, serves] = outcome.training;
    if (own > 0) fmt::print(out, "{} settled tickets and lessons of this desk were learned, too.\n", own);
    fmt::print(out, "Rows of a file teach by their words alone, also where the language model is installed.\n");
    fmt::print(out, "{}\n", paint(Colour::bold, fmt::format("Model {} is stored.", version)));
    fmt::print(out, "On {} held-out labels it is right in {}; what served until now ({}) in {}.\n", verdict.examples,
               percent(verdict.candidate_accuracy), before, percent(verdict.serving_accuracy));
    if (serves)
        fmt::print(
            out, "It serves now; a running desk takes it within seconds. What the gate had proven, it proves anew.\n");
    else fmt::print(out, "It does not serve, for it is not better. Let it serve all the same with --serve.\n");
}

Result<void> train(Options const& options) {
    TRY(auto const opened, OpenDesk::open(options.data.folder));
    TRY(auto const tenant, opened->tenant(options.data.desk));
    auto const scope = opened->recorded_scope(tenant, "train_triage", "model", options.file);
    return run_train(options, opened->desk(), scope, std::cout);
}

}  // namespace

void add_train(CLI::App& triage, int& exit_code) {
    auto options = std::make_shared<Options>();
    auto* command = triage.add_subcommand("train", "Make a desk's model from an export of tickets");
    command->add_option("file", options->file, "Table: .csv, .tsv or .jsonl, each also .gz")->required();
    command->add_option("--text", options->text, "Columns with the words; of two the first is the subject")
        ->required()
        ->delimiter(',');
    command->add_option("--label", options->labels, "category=COLUMN, type=COLUMN; a column alone is the category")
        ->required();
    command->add_option("--time", options->time, "Column with the time: the newest rows judge");
    command->add_flag("--create-categories", options->creates_categories, "Add categories that the desk lacks");
    command->add_flag("--skip-unknown", options->skips_unknown, "Leave out rows whose category the desk lacks");
    command->add_flag("--serve", options->serves_anyway, "Let it serve even if it is not better than what serves now");
    add_data_options(*command, options->data);
    command->footer(
        "Works beside a running desk. Nothing leaves this machine.\n"
        "Example:  lotse triage train export.csv.gz --text subject,body --label category=queue --time created \\\n"
        "              --create-categories --data /var/lib/lotse");
    command->callback([options, &exit_code] {
        options->json = options->data.json;
        exit_code = finish(train(*options));
    });
}

Result<void> run_train(TrainCommand const& command, desk::Desk& desk, domain::TenantScope const& scope,
                       std::ostream& out) {
    Outcome outcome;
    TRY(auto read, read_train_rows(command));
    outcome.rows = read.rows.size();
    outcome.unlabelled = read.unlabelled;
    if (read.rows.empty())
        return invalid("train.nothing", fmt::format("No row of {} has both words and a label.", command.file));
    // Before any category is added.
    if (read.rows.size() < kLeastRows)
        return invalid("train.too_few", fmt::format("{} has {} labelled rows; at least {} are needed.", command.file,
                                                    read.rows.size(), kLeastRows));
    if (read.categories.size() == 1)
        return invalid("train.one_label", fmt::format("All rows have the category '{}', so there is nothing to decide.",
                                                      cut_utf8(read.categories.begin()->first, 60)));
    TRY(outcome.mapping, map_categories(command, read, desk, scope));
    bool const is_by_time = !command.time.empty();
    auto timed = history_of(read, outcome.mapping, is_by_time, outcome.left_out);
    read = {};
    TRY(outcome.category, report_on(timed, &triage::TrainingExample::category));
    TRY(outcome.type, report_on(timed, &triage::TrainingExample::type));
    Progress bar("fitting the model");
    TRY(outcome.training,
        desk::train_model(desk, scope, std::move(timed.history), command.serves_anyway,
                          [&](double done) { bar.show(static_cast<std::size_t>(done * 1000), 1000); }));
    bar.finish();
    if (command.json) print_json(outcome, out);
    else print_words(outcome, out);
    return {};
}

}  // namespace lotse::app
