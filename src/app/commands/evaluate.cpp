// SPDX-License-Identifier: Apache-2.0
#include "app/commands/evaluate.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/evaluation_report.h"
#include "app/commands/reliability_picture.h"
#include "app/table_reader.h"
#include "app/table_time.h"
#include "app/terminal.h"
#include "base/json.h"
#include "base/text.h"

namespace lotse::app {
namespace {

constexpr std::size_t kMostRows = 500000;

Result<std::vector<triage::EvaluationRow>> read_rows(EvaluateCommand const& command, std::string const& path);
Result<void> write_picture(std::string const& path, triage::Evaluation const& result);

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
    command->add_option("--svg", options->svg_file, "Write the picture of stated against true confidence to this file")
        ->type_name("FILE");
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
    if (!command.svg_file.empty()) CHECK_OK(write_picture(command.svg_file, *result));
    if (command.json) {
        fmt::print(out, "{}\n", to_string(to_json(*result)));
        return {};
    }
    print_evaluation(*result, out);
    return {};
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
            made.at = table_time(row->fields[texts + 1]);
            if (!made.at) return not_a_time("evaluate.time", row->line, command.time, row->fields[texts + 1]);
        }
        rows.push_back(std::move(made));
        bar.show(static_cast<std::size_t>(reader.progress() * 1000), 1000);
    }
}

Result<void> write_picture(std::string const& path, triage::Evaluation const& result) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << reliability_picture(result);
    file.close();
    if (file) return {};
    return invalid("evaluate.svg", fmt::format("{} cannot be written: {}.", path, std::strerror(errno)));
}

}  // namespace
}  // namespace lotse::app
