// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/terminal.h"

namespace lotse::app {

void add_folder_options(CLI::App& command, DataOptions& options, bool creates) {
    options.folder.create = creates;
    command.add_option("--data", options.folder.data_folder, "The data folder")
        ->capture_default_str()
        ->type_name("DIR")
        ->envname("LOTSE_DATA");
    command.add_option("--database", options.folder.database_url, "postgres://... instead of the embedded database")
        ->type_name("URL")
        ->envname("LOTSE_DATABASE");
    command.add_flag("--json", options.json, "Print JSON for programs");
}

void add_data_options(CLI::App& command, DataOptions& options, bool creates) {
    add_folder_options(command, options, creates);
    command.add_option("--desk", options.desk, "Which desk, by its short name [the first that is no demo]")
        ->type_name("NAME");
}

int finish(Result<void> const& result) {
    if (result) return 0;
    print_error(result.error());
    return 1;
}

}  // namespace lotse::app
