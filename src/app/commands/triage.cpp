// SPDX-License-Identifier: Apache-2.0
#include "app/commands/triage.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>

#include "app/commands/commands.h"
#include "app/commands/train.h"
#include "app/terminal.h"
#include "base/text.h"
#include "triage/taxonomy.h"

namespace lotse::app {
namespace {

constexpr std::size_t kMostBytes = 1U << 20;  // of one message

struct Options : TriageCommand {
    std::vector<std::string> words;
    OpenFolder folder;  // data_folder "": no desk is asked
    std::string desk;
    bool json = false;
};

Result<TriageSource> source_of(Options const& options);

Result<void> answer_lines(TriageSource const& source, std::istream& in, std::ostream& out);
Result<JsonObject> answer(TriageSource const& source, std::string const& line);
void print_labels(domain::Suggestion const& suggestion, std::ostream& out);

}  // namespace

void add_triage(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("triage", "Say language, category, type and priority of a text");
    command->add_option("text", options->words, "The message; without it, standard input is read");
    command->add_option("--subject", options->subject, "Subject of the message");
    options->folder.data_folder.clear();
    options->folder.create = false;
    command
        ->add_option("--data", options->folder.data_folder,
                     "Ask the desk in this data folder: its categories, its model")
        ->type_name("DIR");
    command->add_option("--database", options->folder.database_url, "postgres://... of that desk")->type_name("URL");
    command->add_option("--desk", options->desk, "Which desk, by its short name")->type_name("NAME");
    command->add_flag("--json", options->json, "JSON on a terminal, too");
    command->footer(
        "Standard input may hold one JSON object a line, {\"subject\": ..., \"body\": ..., \"id\": ...}; each is\n"
        "answered by one. Into a file or a pipe the answer is always JSON.\n"
        "Without --data it knows the words of the default categories in English, German and Polish; with it, what\n"
        "the desk there has set up and learned. Nothing is stored.\n"
        "Examples:  lotse triage \"Der Drucker im 3. Stock geht nicht\"\n"
        "           lotse triage < messages.jsonl > labels.jsonl");
    add_train(*command, exit_code);
    command->callback([options, command, &exit_code] {
        if (!command->get_subcommands().empty()) return;
        options->text = join(options->words, " ");
        options->shows_table = is_terminal(1) && !options->json;
        auto const source = source_of(*options);
        exit_code = finish(source ? run_triage(*options, *source, std::cin, std::cout) : source.error());
    });
}

TriageSource default_triage_source() { return {{}, triage::make_triage_setup(triage::default_taxonomy())}; }

Result<triage::TriageInput> triage_input_from(JsonObject const& object) {
    triage::TriageInput input;
    input.subject = text_at(object, "subject");
    input.new_text = text_at(object, "body");
    if (input.subject.empty() && input.new_text.empty())
        return invalid("triage.empty", "A message needs a \"subject\" or a \"body\" with some text.", "/body");
    if (input.new_text.size() > kMostBytes) return too_large("triage.size", "The body is longer than 1 MiB.", "/body");
    if (auto const channel = text_at(object, "channel"); !channel.empty()) {
        auto const known = domain::find_enum<domain::Channel>(channel);
        if (!known)
            return invalid("triage.channel", "channel is one of: email, phone, api, portal, chat, monitoring.",
                           "/channel");
        input.channel = *known;
    }
    input.mailbox = text_at(object, "mailbox");
    input.customer_language = text_at(object, "customer_language");
    input.content_language = text_at(object, "content_language");
    auto const hour = int_at(object, "hour", -1);
    if (hour < -1 || hour > 23) return invalid("triage.hour", "hour is a number from 0 to 23.", "/hour");
    input.hour = static_cast<int>(hour);
    input.is_automatic = bool_at(object, "is_automatic");
    return input;
}

Result<void> run_triage(TriageCommand const& command, TriageSource const& source, std::istream& in, std::ostream& out) {
    triage::TriageInput input;
    input.subject = command.subject;
    bool const reads_stdin = command.text == "-" || (command.text.empty() && command.subject.empty());
    input.new_text = command.text;
    if (reads_stdin) {
        if (&in == &std::cin && is_terminal(0))
            fmt::print(stderr, "{}\n", paint(Colour::dim, "Type the message; Ctrl-D ends it.", 2));
        if ((in >> std::ws).peek() == '{') return answer_lines(source, in, out);
        input.new_text.assign(std::istreambuf_iterator<char>(in), {});
    }
    input.subject = to_valid_utf8(input.subject);
    input.new_text = to_valid_utf8(input.new_text);
    if (trim(input.subject).empty() && trim(input.new_text).empty())
        return invalid("triage.empty", "There is no text to look at. Give some as an argument or on standard input.");
    auto const suggestion = triage::suggest(input, source.model, source.setup);
    if (command.shows_table) print_labels(suggestion, out);
    else fmt::print(out, "{}\n", to_string(domain::to_json(suggestion)));
    return {};
}

namespace {

Result<TriageSource> source_of(Options const& options) {
    if (options.folder.data_folder.empty()) return default_triage_source();
    TRY(auto const opened, OpenDesk::open(options.folder));
    TRY(auto const tenant, opened->tenant(options.desk));
    auto& desk = opened->desk();
    return desk.store.read(domain::ScopeMint::for_tenant(tenant.id), [&](store::ReadTxn& txn) -> Result<TriageSource> {
        TRY(auto const setup, desk.setups.get(txn));
        return TriageSource{*desk.models.get(txn), setup->triage};
    });
}

Result<void> answer_lines(TriageSource const& source, std::istream& in, std::ostream& out) {
    std::string line;
    std::size_t number = 0;
    std::size_t failed = 0;
    while (std::getline(in, line)) {
        ++number;
        if (trim(line).empty()) continue;
        auto answered = answer(source, line);
        if (answered) {
            fmt::print(out, "{}\n", to_string(*answered));
            continue;
        }
        ++failed;
        auto const& error = answered.error();
        fmt::print(
            out, "{}\n",
            to_string(JsonObject{
                {"line", number},
                {"error", JsonObject{{"code", error.code}, {"message", error.message}, {"field", error.field}}}}));
    }
    if (failed > 0)
        return invalid("triage.lines",
                       fmt::format("{} of {} lines could not be read; the output says why.", failed, number));
    return {};
}

Result<JsonObject> answer(TriageSource const& source, std::string const& line) {
    TRY(auto const parsed, parse_json(line));
    if (!parsed.is_object()) return invalid("triage.shape", "A line must be one JSON object.");
    TRY(auto const input, triage_input_from(parsed.get_object()));
    auto out = domain::to_json(triage::suggest(input, source.model, source.setup));
    if (auto const* id = parsed.get_object().if_contains("id")) out["id"] = *id;  // so that answers find their question
    return out;
}

void print_labels(domain::Suggestion const& suggestion, std::ostream& out) {
    for (auto const& label : suggestion.labels) {
        auto const sure =
            label.because.confidence ? fmt::format("{:3.0f} %", *label.because.confidence * 100) : "     ";
        auto const value = fit(label.abstains() ? "-" : label.value, 12);
        fmt::print(out, "{:<9} {} {}  {}\n", label.field, paint(label.abstains() ? Colour::dim : Colour::bold, value),
                   sure, paint(Colour::dim, label.because.text));
    }
}

}  // namespace
}  // namespace lotse::app
