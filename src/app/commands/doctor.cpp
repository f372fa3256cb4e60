// SPDX-License-Identifier: Apache-2.0
// lotse doctor: is this data folder well, and what should be done if not.
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/examine.h"
#include "app/terminal.h"
#include "base/json.h"

namespace lotse::app {
namespace {

char const* name_of(Health health) {
    return health == Health::good ? "good" : health == Health::warning ? "warning" : "bad";
}

std::string painted(Health health) {
    if (health == Health::good) return paint(Colour::green, "  ok ");
    return health == Health::warning ? paint(Colour::yellow, "look ") : paint(Colour::red, " bad ");
}

struct DoctorOptions : DataOptions {
    std::string config_file;
};

int run(DoctorOptions const& options) {
    auto opened = OpenDesk::open(options.folder);
    if (!opened) return finish(opened.error());
    auto findings = examine(**opened);
    if (!options.config_file.empty()) {
        auto const config = read_config(options.config_file);
        if (!config) return finish(config.error());
        findings.push_back(examine_links(*config));
    }
    bool is_bad = false;
    JsonArray list;
    for (auto const& finding : findings) {
        is_bad = is_bad || finding.health == Health::bad;
        list.push_back(JsonObject{{"what", finding.what},
                                  {"state", name_of(finding.health)},
                                  {"says", finding.says},
                                  {"remedy", finding.remedy}});
        if (options.json) continue;
        fmt::print("{} {}  {}\n", painted(finding.health), fit(finding.what, 22), finding.says);
        if (!finding.remedy.empty()) fmt::print("      {}  {}\n", fit("", 22), paint(Colour::dim, finding.remedy));
    }
    if (options.json) fmt::print("{}\n", to_string(JsonObject{{"items", std::move(list)}, {"next", nullptr}}));
    return is_bad ? 1 : 0;
}

}  // namespace

void add_doctor(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("doctor", "Examine a data folder: database, files, mailboxes, outbox, backlog");
    auto options = std::make_shared<DoctorOptions>();
    add_folder_options(*command, *options);
    command->add_option("--config", options->config_file, "Examine this configuration file, too")->type_name("FILE");
    command->callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace lotse::app
