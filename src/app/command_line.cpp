// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <exception>
#include <string>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/log.h"

namespace lotse::app {

int run_command_line(int argc, char** argv) {
    CLI::App app{"Lotse: a help desk that triages, routes and follows up tickets by itself, and proves that it may."};
    app.require_subcommand(1);
    app.set_version_flag("--version", "lotse 0.1.0");
    int exit_code = 0;
    set_log_level(Level::error);  // commands speak for themselves; serve sets its own level
    for (auto const add : kCommands) add(app, exit_code);
    // After the commands, which would inherit it.
    app.footer(
        "Start here:  lotse demo run        a desk with a story to look at\n"
        "             lotse serve           your own desk in ./data\n"
        "Each command explains itself:  lotse COMMAND --help");
    if (argc < 2) {
        fmt::print("{}", app.help());
        return 2;
    }
    std::string const first = argv[1];
    bool const is_known = !app.get_subcommands([&](CLI::App* each) { return each->get_name() == first; }).empty();
    if (!first.starts_with('-') && !is_known) {
        print_error(
            invalid("command.unknown", fmt::format("There is no command '{}'. lotse --help lists them.", first)));
        return 2;
    }
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& failure) {
        int const code = app.exit(failure);
        return code == 0 ? 0 : 2;
    } catch (std::exception const& failure) {
        // A bug of ours must still leave a sentence and a code.
        print_error(bug("app.exception", failure.what()));
        return 1;
    }
    return exit_code;
}

}  // namespace lotse::app
