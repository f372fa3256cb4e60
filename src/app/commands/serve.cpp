// SPDX-License-Identifier: Apache-2.0
// lotse serve: the desk itself.
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/serve.h"
#include "base/log.h"

namespace lotse::app {
namespace {

struct ServeOptions {
    Config given;  // empty texts: not given
    std::string config_file;
};

Result<void> run(ServeOptions const& options) {
    Config config;
    if (!options.config_file.empty()) {
        TRY(config, read_config(options.config_file));
    }
    auto const take = [](std::string& target, std::string const& value) {
        if (!value.empty()) target = value == "off" ? std::string() : value;
    };
    take(config.data_folder, options.given.data_folder);
    take(config.database_url, options.given.database_url);
    take(config.http, options.given.http);
    take(config.smtp, options.given.smtp);
    take(config.lmtp, options.given.lmtp);
    take(config.log_level, options.given.log_level);
    take(config.public_url, options.given.public_url);
    set_log_level(Level::info);
    if (config.log_level == "debug") set_log_level(Level::debug);
    if (config.log_level == "warn") set_log_level(Level::warn);
    if (config.log_level == "error") set_log_level(Level::error);
    return serve(config);
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("serve", "Run the desk: mail in and out, API, triage, routing, deadlines");
    auto options = std::make_shared<ServeOptions>();
    options->given = {};
    options->given.data_folder = options->given.http = options->given.log_level = "";
    command->add_option("--data", options->given.data_folder, "The data folder; made where there is none [data]")
        ->type_name("DIR")
        ->envname("LOTSE_DATA");
    command->add_option("--http", options->given.http, "API and pages, or off [127.0.0.1:8080]")
        ->type_name("HOST:PORT");
    command->add_option("--smtp", options->given.smtp, "Mail from anybody; port 0 takes a free one [off]")
        ->type_name("HOST:PORT");
    command->add_option("--lmtp", options->given.lmtp, "Mail from your own mail server [off]")->type_name("HOST:PORT");
    command->add_option("--database", options->given.database_url, "postgres://... instead of the embedded database")
        ->type_name("URL")
        ->envname("LOTSE_DATABASE");
    command->add_option("--config", options->config_file, "Configuration file, see docs/admin/configuration.md")
        ->type_name("FILE");
    command
        ->add_option("--public-url", options->given.public_url,
                     "Where people reach the desk, for links in mail [the HTTP address]")
        ->type_name("URL");
    command->add_option("--log", options->given.log_level, "debug, info, warn or error [info]")->type_name("LEVEL");
    command->footer(
        "An empty data folder becomes an empty desk that takes mail for any address until it is set up.\n"
        "When all doors are open, one JSON line with their addresses is printed.");
    command->callback([options, &exit_code] { exit_code = finish(run(*options)); });
}

}  // namespace lotse::app
